package cn.qianfa.e2e.may;

/**
 * What came of asking.
 *
 * @param shows whether a list shows what is looked for; true where it is no list
 * @param broken what is not as openapi.yaml promises; empty where all is
 */
record Seen(int status, boolean shows, String broken) {
    static Seen of(int status, boolean shows) {
        return new Seen(status, shows, "");
    }

    static Seen broken(String promise) {
        return new Seen(0, false, promise.lines().findFirst().orElse("broken"));
    }

    /**
     * In the words of the table. Whoever may is told so by any answer that is about the request and not about them: it is
     * done, or it comes too late (409), or is of an old version (412).
     *
     * @param nobodys what somebody without a session is answered
     */
    String word(Visit how, Seen nobodys) {
        if (!broken.isEmpty()) {
            return broken;
        }
        if (how.isOpen()) {
            return status == nobodys.status() ? "open" : Integer.toString(status);
        }
        return switch (status) {
            case 200, 201, 202, 204 -> shows ? "yes" : "404"; // a list without it
            case 303, 409, 412 -> "yes";
            case 404 -> how.findsNothing() ? "yes" : "404";
            default -> Integer.toString(status);
        };
    }
}
