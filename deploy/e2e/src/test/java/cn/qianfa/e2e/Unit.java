package cn.qianfa.e2e;

import java.time.Instant;

/** One unit of a town, whose people do what each is there for and nothing else. */
record Unit(Town town, String name) {
    private Person who(String role) {
        return town.person(role + '.' + name);
    }

    /** An ordinary draft, written and submitted. */
    String submits(String text) {
        var draft = writes(text);
        who("drafter").post("/api/v1/drafts/" + draft + "/submission", "{}").is(202);
        return draft;
    }

    String writes(String text) {
        return who("drafter")
                .post(
                        "/api/v1/drafts",
                        "{\"importance\":\"ORDINARY\",\"category\":\"CONVENIENCE\",\"text\":\"%s\"}".formatted(text))
                .is(201)
                .field("id");
    }

    /** Once it is checked. */
    void signs(String draft) {
        var at = "/api/v1/drafts/" + draft;
        who("director").soon(at + "/findings", found -> found.field("checked").equals("CLEAN"));
        var hash = who("director").get(at).is(200).field("contentHash");
        who("director")
                .post(at + "/sign-offs", "{\"contentHash\":\"%s\",\"step\":\"OFFICE_DIRECTOR\"}".formatted(hash))
                .is(200);
    }

    void releases(String draft, Instant at) {
        who("publisher")
                .post(
                        "/api/v1/drafts/" + draft + "/publications",
                        "{\"accounts\":[\"site.%s\"],\"at\":\"%s\"}".formatted(name, at))
                .is(202);
    }

    /** Waits for the one publication of a draft, and says where everybody can read it. */
    String page(String draft) {
        return who("publisher")
                .soon(
                        "/api/v1/publications?draft=" + draft,
                        found -> found.items().size() == 1
                                && found.items()
                                        .path(0)
                                        .path("state")
                                        .asString("")
                                        .equals("PUBLISHED"))
                .items()
                .path(0)
                .path("address")
                .asString();
    }

    Person duty() {
        return who("duty");
    }
}
