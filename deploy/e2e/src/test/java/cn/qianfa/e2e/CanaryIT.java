package cn.qianfa.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.json.JsonMapper;

/** Words that are not for operators, sent in every way text enters, on ways that succeed and ways that fail. */
@ExtendWith(SharedTown.class)
class CanaryIT {
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final JsonMapper JSON = JsonMapper.shared();

    /** Nobody's: the region does not exist. Its check digit is right, so it has the form of a real one. */
    private static final String IDENTITY_NUMBER = "000000190001010009";

    private static final Pattern TOKEN = Pattern.compile("eyJ[\\w-]{10,}\\.[\\w-]+\\.[\\w-]+");
    private static final String WORDS = "金丝雀 不给人看";

    private static final String FORGED = "\"}\\r\\n{\\\"message\\\":\\\"KanarieForgedLine\\\"}\\u2028\\u0000\\u001b[2J";

    private static final List<Consumer<Stranger>> NONSENSE = List.of(
            one -> one.asks("GET /api/v1/drafts?text={" + Canary.in("TargetNotEncoded") + "文"),
            one -> one.asks("GET /api/v1/drafts?text=" + Canary.in("HalfEncoded") + "%zz"),
            one -> one.asks(
                    "GET /api/v1/drafts", Canary.in("HeaderName") + " : x", "A: " + Canary.in("Folded") + "\n b"),
            one -> one.asks(
                    "GET /api/v1/drafts", "Cookie: QIANFA_SESSION=\"" + Canary.in("BrokenCookie") + "文; =;a=\u0001"),
            one -> one.says("GET / HTTP/1.1\nHost: {" + Canary.in("Host") + "}:x\nConnection: close\n\n"),
            one -> one.asks("GET /" + Canary.in("Path") + "/..%2f;x=y"),
            one -> one.asks(Canary.in("Method") + " /"),
            one -> one.says(Canary.in("NoHttpAtAll") + "\n\n"),
            one -> one.asks("GET /api/v1/drafts", "Authorization: Bearer e30." + Canary.in("Token") + ".e30"),
            one -> one.asks("POST /api/v1/session", "Content-Length: " + Canary.in("ContentLength")),
            one -> one.asks("POST /api/v1/session", "Transfer-Encoding: " + Canary.in("TransferEncoding")),
            one -> one.asks("POST /api/v1/session", "Content-Type: " + Canary.in("ContentType") + "/;;="),
            one -> one.asks("GET /api/v1/drafts", "X: " + Canary.in("Long").repeat(3_000)));

    /** Everything an operator was shown of events that wait. */
    private static final List<String> SHOWN = new ArrayList<>();

    @SuppressWarnings("NullAway.Init") // given before the first test
    private static Town town;

    @BeforeAll
    static void fly(Town shared) throws Exception {
        town = shared;
        work();
        refusedWork();
        signInAttempts();
        headers();
        var turn = 0; // a server says of each kind of nonsense once that it came: each is the first somewhere
        for (var part : Evidence.SERVICES) {
            noHttp(new Stranger(town.scripts().port(part)), turn++);
            noHttp(new Stranger(town.scripts().port(part + "-management")), turn++);
        }
    }

    /** The line as it should be walked: a draft returned, mended, published; a comment under it that wakes somebody. */
    private static void work() {
        var drafter = town.person("drafter.health");
        var draft = drafter.post("/api/v1/drafts", draft(Canary.in("DraftText") + IDENTITY_NUMBER))
                .is(201);
        var at = draft.header("location");
        drafter.post(at + "/submission", "{}").is(202);
        drafter.soon(at + "/findings", found -> !found.field("checked").equals("WAITS"));
        var director = town.person("director.health");
        director.post(at + "/returns", "{\"reason\":\"%s\"}".formatted(Canary.in("ReturnReason")))
                .is(200);
        var version = drafter.get(at).is(200).json().path("version").asLong();
        drafter.put(at, draft(Canary.in("SecondText")), version).is(200);
        drafter.post(at + "/submission", "{}").is(202);
        drafter.soon(at + "/findings", found -> found.field("checked").equals("CLEAN"));
        var hash = director.get(at).is(200).field("contentHash");
        director.post(at + "/sign-offs", "{\"contentHash\":\"%s\",\"step\":\"OFFICE_DIRECTOR\"}".formatted(hash))
                .is(200);
        comment(published(draft.field("id")));
    }

    private static String published(String draft) {
        var publisher = town.person("publisher.health");
        publisher
                .post("/api/v1/drafts/" + draft + "/publications", "{\"accounts\":[\"site.health\"]}")
                .is(202);
        return publisher
                .soon(
                        "/api/v1/publications?draft=" + draft,
                        found ->
                                found.items().path(0).path("state").asString("").equals("PUBLISHED"))
                .items()
                .path(0)
                .path("address")
                .asString();
    }

    private static void comment(String page) {
        var key = UUID.randomUUID().toString();
        var words = "一群骗子，明天我带刀去你们单位。" + Canary.in("Comment") + IDENTITY_NUMBER;
        town.comment(page, words, key).is(303);
        town.comment(page, words, key).is(303);
        town.comment(page, Canary.in("LongComment").repeat(1_000)).is(422);
        var duty = town.person("duty.health");
        var alert = duty.soon(
                        "/api/v1/alerts?state=OPEN", found -> !found.items().isEmpty())
                .items()
                .path(0)
                .path("id")
                .asString();
        await().atMost(LONG).until(() -> town.received(alert) > 0);
        duty.put("/api/v1/alerts/" + alert + "/acknowledgement").is(200);
        form(page, "ticket=%s&key=%s&text=%s", Canary.in("Ticket"), Canary.in("FormKey"), Canary.in("FormText"));
        form(page, "%s=1&ticket=%%zz&text=%s%%zz%s", Canary.in("FormField"), Canary.in("HalfCoded"), FORGED);
    }

    private static void form(String page, String form, Object... words) {
        town.somebody()
                .send(
                        "POST",
                        page + "/comments",
                        form.formatted(words).getBytes(UTF_8),
                        "Content-Type",
                        "application/x-www-form-urlencoded");
    }

    private static String draft(String text) {
        return "{\"importance\":\"ORDINARY\",\"category\":\"CONVENIENCE\",\"text\":\"%s\"}".formatted(text);
    }

    /** What is refused on its way in, and what breaks behind it. */
    private static void refusedWork() throws Exception {
        var drafter = town.person("drafter.health");
        for (var body : List.of(
                "{\"text\":\"" + Canary.in("CutJson"),
                Canary.in("NoJson"),
                "{\"text\":\"文\",\"importance\":\"" + Canary.in("Choice") + "\"}",
                "{\"" + Canary.in("FieldName") + "\":1,\"$where\":\"" + Canary.in("Operator") + "\"}",
                draft(Canary.in("ControlText") + FORGED))) {
            assertThat(drafter.post("/api/v1/drafts", body).status()).isBetween(400, 422);
            assertThat(drafter.post("/api/v1/checks", body).status()).isBetween(200, 422);
        }
        for (var query : List.of("state", "after", "limit", "q")) {
            drafter.get("/api/v1/drafts?%s=%s".formatted(query, Canary.in("Search")));
            town.person("duty.health").get("/api/v1/comments?%s=%s".formatted(query, Canary.in("Search")));
        }
        var admin = town.person("administrator.district");
        var appointment = "{\"id\":\"kanariebird\",\"name\":\"%s13800138000\",\"roles\":[\"DRAFTER\"]%s}";
        admin.post("/api/v1/units/health/staff", appointment.formatted(Canary.in("StaffName"), ""))
                .is(201);
        admin.post("/api/v1/units/health/staff", appointment.formatted(Canary.in("StaffName"), ",\"phone\":\"1\""))
                .is(422);
        parkedEvents();
    }

    /** Events nobody can read, with words in them: they wait for an operator, who may not read the words either. */
    private static void parkedEvents() throws Exception {
        var bodies = List.of(
                "{\"text\":\"" + Canary.in("CutEvent"),
                Canary.in("NoEvent") + WORDS,
                "{\"draft\":{\"" + Canary.in("EventField") + "\":1}}",
                "{\"category\":\"" + Canary.in("EventChoice") + WORDS + "\",\"text\":\"" + Canary.in("EventText")
                        + "\"}",
                "{\"at\":\"" + Canary.in("EventTime") + WORDS + "\",\"text\":\"13800138000\"}");
        for (var body : bodies) {
            var key = UUID.randomUUID().toString();
            var event = new BrokenEvent("approval.drafts", "DraftSubmitted.v1", key, body);
            event.send(town.scripts().port("broker"));
            for (var service : List.of("approval", "content-rules")) {
                skip(service, event);
            }
        }
    }

    private static void skip(String service, BrokenEvent event) {
        var admin = town.person("administrator.district");
        var parked = "/api/v1/operations/" + service + "/parked";
        var shown = admin.soon(parked, found -> found.text().contains(event.key()));
        SHOWN.add(shown.text());
        admin.post(
                        parked + '/' + shown.items().path(0).path("id").asString() + "/skip",
                        "{\"event\":\"%s\",\"reason\":\"%s\"}".formatted(event.id(), Canary.in("SkipReason")))
                .is(200);
    }

    private static void signInAttempts() {
        var body = "{\"name\":\"%s\",\"password\":\"%s\"}";
        for (var name : List.of("drafter.education", Canary.in("PasswordAsName"), FORGED)) {
            town.somebody().post("/api/v1/session", body.formatted(name, Canary.in("WrongPassword")));
        }
        town.somebody().post("/api/v1/session", "{\"name\":\"x\",\"password\":\"" + Canary.in("CutPassword"));
        town.somebody()
                .post(
                        "/api/v1/credentials",
                        "{\"activationCode\":\"%s\",\"password\":\"%s\"}"
                                .formatted(Canary.in("ActivationCode"), Canary.in("NewPassword")));
    }

    private static void headers() {
        var word = Canary.in("Header");
        var drafter = town.person("drafter.health");
        for (var header : List.of(
                "User-Agent",
                "X-Forwarded-For",
                "Referer",
                "Accept-Language",
                "Idempotency-Key",
                "traceparent",
                "If-Match",
                "X-XSRF-TOKEN",
                "Authorization",
                "Cookie",
                "Last-Event-ID",
                "X-Request-ID")) {
            drafter.send("GET", "/api/v1/drafts", new byte[0], header, word);
            drafter.send("POST", "/api/v1/drafts", draft("文").getBytes(UTF_8), header, word.repeat(30));
            town.somebody().send("GET", "/api/v1/drafts", new byte[0], header, "QIANFA_SESSION=" + word);
        }
    }

    /** What a server's own parser refuses before anything of ours has seen it. */
    private static void noHttp(Stranger stranger, int first) {
        List<Consumer<Stranger>> nonsense = new ArrayList<>(NONSENSE);
        Collections.rotate(nonsense, -first);
        nonsense.forEach(one -> one.accept(stranger));
    }

    @Test
    @Tag("check-30")
    void areInNoLogAndNoMeterAndInNothingAnOperatorIsTold() throws Exception {
        var evidence = Evidence.of(town).texts();

        assertThat(evidence).hasSizeGreaterThan(6 + 12);
        evidence.forEach((where, text) -> assertThat(found(text)).as(where).isEmpty());
    }

    /** The lines with canaries; not all of a log, which nobody could read in a report. */
    private static List<String> found(String text) {
        return text.lines().filter(line -> !Canary.among(line).isEmpty()).toList();
    }

    @Test
    @Tag("check-30")
    void areNotShownToAnOperatorWhoSettlesWhatWaits() {
        assertThat(SHOWN)
                .hasSize(10)
                .allSatisfy(shown -> assertThat(shown)
                        .doesNotContain(WORDS, "13800138000", Canary.in("CutEvent"), Canary.in("EventText")));
    }

    @Test
    @Tag("check-30")
    void areNotAccompaniedByAnySecretOfTheInstallation() throws Exception {
        var secrets = Evidence.secrets(town);
        var evidence = Evidence.of(town);

        assertThat(secrets).hasSizeGreaterThan(20);
        assertThat(evidence.found(secrets)).isEmpty();
        evidence.texts()
                .forEach((where, text) -> assertThat(TOKEN.matcher(text).find())
                        .as("a token in " + where)
                        .isFalse());
    }

    @Test
    @Tag("check-31")
    void cannotBeginALineOfALogOfTheirOwn() throws Exception {
        var lines = Evidence.of(town).lines();

        assertThat(IntStream.range(0, lines.size()).filter(index -> !isOurs(lines.get(index))))
                .as("lines that are no JSON objects of ours")
                .isEmpty();
    }

    private static boolean isOurs(String line) {
        return line.startsWith("{\"@timestamp\":")
                && JSON.readTree(line).path("log").isObject();
    }

    @Test
    @Tag("check-31")
    void areNoIdentityNumbersEither() throws Exception {
        Evidence.of(town)
                .texts()
                .forEach((where, text) -> assertThat(text.contains(IDENTITY_NUMBER))
                        .as("an identity number in " + where)
                        .isFalse());
    }
}
