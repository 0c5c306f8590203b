package cn.qianfa.e2e.contract;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Judges JSON by the document's schemas (JSON Schema 2020-12), formats included. */
final class Schemas {
    private final SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private final Map<JsonNode, Schema> known = new ConcurrentHashMap<>();
    private final JsonNode components;

    private Schemas(JsonNode components) {
        this.components = components;
    }

    /** As a front end reads them: fields may be added. */
    static Schemas open(Document document) {
        return new Schemas(document.root().path("components"));
    }

    /** As we write them: every field is promised. */
    static Schemas closed(Document document) {
        var components = document.root().path("components").deepCopy();
        Document.walk(components, Schemas::close);
        return new Schemas(components);
    }

    private static void close(JsonNode node) {
        if (node instanceof ObjectNode schema
                && schema.path("type").asString("").equals("object")
                && schema.has("properties")
                && !schema.has("additionalProperties")) {
            schema.put("unevaluatedProperties", false);
        }
    }

    /** What is wrong with a value; empty if nothing is. */
    List<String> errors(JsonNode schema, JsonNode value) {
        return known
                .computeIfAbsent(schema, this::compiled)
                .validate(value, context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
                .stream()
                .map(Error::toString)
                .toList();
    }

    private Schema compiled(JsonNode schema) {
        var whole = schema.deepCopy();
        if (whole instanceof ObjectNode resource) {
            Document.walk(resource, Schemas::close);
            resource.set("components", components);
        }
        return registry.getSchema(whole);
    }
}
