package cn.qianfa.e2e.may;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How an operation is asked: so that nothing is wrong with it but who asks. Where it would change something, it comes too
 * late for that (a version of long ago, a draft that is not submitted), which only those who may are told.
 *
 * @param shows the parameter whose value a list shows to those who may see it; empty for no list of objects
 * @param isOpen whether nobody is asked who they are: everybody must be answered the same
 * @param findsNothing whether what is asked for is not there, which only those who may are told
 */
record Visit(String body, List<String> headers, String shows, boolean isOpen, boolean findsNothing) {
    private static final String LONG_AGO = "\"99\"";
    private static final String DRAFT = "{\"importance\":\"ORDINARY\",\"category\":\"CONVENIENCE\",\"text\":\"便民通知\"}";
    private static final String EVENT = "01980e2d-0b2c-7c4f-9a61-0f4f6b8f3c11";
    private static final List<String> FORM = List.of("Content-Type", "application/x-www-form-urlencoded");
    private static final Visit PLAIN = new Visit("", List.of(), "", false, false);
    private static final Visit OPEN = new Visit("", List.of(), "", true, false);
    private static final Visit NOTHING = PLAIN.with("{}");

    private static final Map<String, Visit> ALL = all();

    /** Null where nobody said how. */
    static @Nullable Visit of(String operation) {
        return ALL.get(operation);
    }

    byte[] bytes() {
        return body.getBytes(UTF_8);
    }

    private Visit with(String sent) {
        return new Visit(sent, headers, shows, isOpen, findsNothing);
    }

    private Visit as(List<String> more) {
        return new Visit(body, more, shows, isOpen, findsNothing);
    }

    private static Visit list(String shows) {
        return new Visit("", List.of(), shows, false, false);
    }

    private static Visit late(String sent) {
        return PLAIN.with(sent).as(List.of("If-Match", LONG_AGO));
    }

    private static Map<String, Visit> all() {
        Map<String, Visit> all = new HashMap<>();
        pages(all);
        session(all);
        registry(all);
        drafts(all);
        comments(all);
        List.of("Approval", "ContentRules", "Monitoring", "Gateway").forEach(service -> operations(service, all));
        return Map.copyOf(all);
    }

    private static void pages(Map<String, Visit> all) {
        for (var open : List.of(
                "readFrontPage",
                "readPromise",
                "readKeys",
                "readStyle",
                "readSiteStyle",
                "readSite",
                "readFeed",
                "readPost")) {
            all.put(open, OPEN);
        }
        all.put("writeComment", OPEN.with("ticket=forged&key=matrix&text=x").as(FORM));
        all.put("signInByForm", OPEN.with("_csrf=forged&name=x&password=x").as(FORM));
        all.put("readSignInPage", OPEN);
        all.put("signOutByForm", PLAIN.with("_csrf=forged").as(FORM));
    }

    private static void session(Map<String, Visit> all) {
        all.put("signIn", OPEN.with("{}"));
        all.put("setPassword", OPEN.with("{\"activationCode\":\"0000-0000-0000-0000\",\"password\":\"short\"}"));
        all.put("readSession", PLAIN);
        all.put("signOut", PLAIN);
        all.put("readMe", PLAIN);
        all.put("changePassword", PLAIN.with("{\"current\":\"wrong and never right\",\"password\":\"short\"}"));
        all.put("issueActivationCode", NOTHING);
    }

    private static void registry(Map<String, Visit> all) {
        all.put("listUnits", list("unit"));
        all.put("registerUnit", PLAIN.with("{\"id\":\"matrix-new\",\"name\":\"新单位\",\"parent\":\"matrix-bureau\"}"));
        all.put("readUnit", PLAIN);
        all.put("listStaff", list("staff"));
        all.put("appoint", PLAIN.with("{\"id\":\"nobody.matrix-bureau\",\"name\":\"借调\",\"roles\":[\"DRAFTER\"]}"));
        all.put("readStaff", PLAIN);
        all.put("recordDeparture", NOTHING);
        all.put("listAccounts", list("account"));
        all.put("registerAccount", PLAIN.with("{\"platform\":\"site\",\"name\":\"又一个\"}"));
        all.put("readAccount", PLAIN);
        all.put("fileAccount", late(""));
        all.put("closeAccount", PLAIN.with("{\"notice\":\"本账号停止更新。\"}"));
    }

    private static void drafts(Map<String, Visit> all) {
        all.put("listDrafts", list("draft"));
        all.put("writeDraft", PLAIN.with(DRAFT));
        all.put("readDraft", PLAIN);
        all.put("editDraft", late(DRAFT));
        all.put("submitDraft", NOTHING);
        all.put("recallDraft", PLAIN);
        all.put("readFindings", PLAIN);
        all.put("readHistory", PLAIN);
        all.put(
                "signDraft",
                PLAIN.with("{\"contentHash\":\"%s\",\"step\":\"OFFICE_DIRECTOR\"}".formatted("0".repeat(64))));
        all.put("returnDraft", PLAIN.with("{\"reason\":\"请补充联系电话。\"}"));
        all.put("releaseDraft", PLAIN.with("{\"accounts\":[\"site.matrix-bureau\"]}"));
        all.put("listPublications", list("publication"));
        all.put("readPublication", PLAIN);
        all.put("cancelPublication", PLAIN.with("{\"reason\":\"活动取消。\"}"));
        all.put("resolvePublication", PLAIN.with("{\"outcome\":\"NOT_POSTED\",\"evidence\":\"平台上没有。\"}"));
        all.put("checkText", PLAIN.with("{\"text\":\"便民通知\"}"));
    }

    private static void comments(Map<String, Visit> all) {
        all.put("listComments", list("comment"));
        all.put("readComment", PLAIN);
        all.put("flagComment", PLAIN.with("{\"urgency\":\"ROUTINE\"}"));
        all.put("listCases", list("case"));
        all.put("readCase", PLAIN);
        all.put("listAlerts", list("alert"));
        all.put("streamAlerts", list("alert"));
        all.put("acknowledgeAlert", PLAIN);
        all.put("giveAlertBack", PLAIN);
        all.put("readRoster", PLAIN);
        all.put("writeRoster", late("{\"staff\":[\"duty.matrix-bureau\"]}"));
    }

    private static void operations(String service, Map<String, Visit> all) {
        var nothing = new Visit("{}", List.of(), "", false, true);
        all.put("listParkedOf" + service, PLAIN);
        all.put("listInterventionsOf" + service, PLAIN);
        all.put("replayParkedOf" + service, nothing);
        all.put(
                "repairParkedOf" + service,
                nothing.with("{\"event\":\"%s\",\"payload\":\"{}\",\"reason\":\"补全\"}".formatted(EVENT)));
        all.put("skipParkedOf" + service, nothing.with("{\"event\":\"%s\",\"reason\":\"不再需要\"}".formatted(EVENT)));
    }
}
