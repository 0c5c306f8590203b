package cn.qianfa.faults.checker;

import tools.jackson.databind.JsonNode;

/**
 * One record of the evidence.
 *
 * @param file relative to the evidence
 * @param number of the line, counted from 1
 */
record Line(String file, int number, JsonNode json) {
    String where() {
        return file + ":" + number;
    }

    /** @param path field names, with slashes between them: names of accounts and headers have dots */
    String text(String path) {
        return at(path).asString("");
    }

    long number(String path) {
        return at(path).asLong(0);
    }

    JsonNode at(String path) {
        var found = json;
        for (var name : path.split("/")) {
            found = found.path(name);
        }
        return found;
    }
}
