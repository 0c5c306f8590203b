package cn.qianfa.faults;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.qianfa.faults.Person.Answer;
import cn.qianfa.faults.Person.Change;
import java.net.URLEncoder;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** What people do all the while: they write, sign, publish, comment and answer for alerts. */
final class Load {
    private static final List<String> UNITS = List.of("health", "education", "township");
    private static final Pattern TICKET = Pattern.compile("name=\"ticket\" value=\"([^\"]*)\"");
    private static final Duration LOOK = Duration.ofMillis(400);
    private static final Duration OFFICER_LOOKS = Duration.ofSeconds(1);
    private static final int IN_HAND = 3;
    private static final List<String> KIND = List.of("谢谢你们，办事很方便。", "请问周末开门吗？", "支持一下，辛苦了。");
    private static final List<String> HOSTILE = List.of("一群骗子，明天我带刀去你们单位。", "再不处理，我就一把火烧了你们办公楼。");

    private final Town town;
    private final Journal journal;
    private final AlertReceiver receiver;
    private final long seed;
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, Person> people = new ConcurrentHashMap<>();
    private final List<String> pages = new CopyOnWriteArrayList<>();
    private final AtomicInteger numbers = new AtomicInteger();
    private final AtomicInteger inHand = new AtomicInteger();
    private volatile boolean more = true;
    private volatile boolean watched = true;

    Load(Town town, Journal journal, AlertReceiver receiver, long seed) {
        this.town = town;
        this.journal = journal;
        this.receiver = receiver;
        this.seed = seed;
    }

    void start() {
        for (var unit : UNITS) {
            workers.submit(() -> write(unit, new Random(seed + unit.hashCode())));
            workers.submit(() -> comment(new Random(seed - unit.hashCode())));
            workers.submit(() -> watch(person("duty." + unit)));
            workers.submit(() -> watch(person("standby." + unit)));
        }
    }

    /** Nothing new is begun; what is in hand is finished. */
    void stop() {
        more = false;
    }

    boolean isFinished() {
        return inHand.get() == 0;
    }

    /** Officers go home. */
    void end() throws InterruptedException {
        watched = false;
        workers.shutdown();
        workers.awaitTermination(1, TimeUnit.MINUTES);
        workers.shutdownNow();
    }

    int pages() {
        return pages.size();
    }

    private Person person(String name) {
        return people.computeIfAbsent(name, it -> new Person(town, journal, it));
    }

    /** Some drafts at a time; each is followed to its page. */
    private Void write(String unit, Random random) throws InterruptedException {
        var room = new Semaphore(IN_HAND);
        while (more) {
            room.acquire();
            var luck = random.nextInt(100);
            inHand.incrementAndGet();
            workers.submit(() -> {
                try {
                    new Paper(unit, luck).walk();
                } finally {
                    inHand.decrementAndGet();
                    room.release();
                }
                return null;
            });
            Thread.sleep(700 + random.nextInt(800));
        }
        return null;
    }

    /** One draft on its way. */
    private final class Paper {
        private final String unit;
        private final int luck;
        private final Person drafter;
        private final Person director;
        private final Person publisher;

        Paper(String unit, int luck) {
            this.unit = unit;
            this.luck = luck;
            this.drafter = person("drafter." + unit);
            this.director = person("director." + unit);
            this.publisher = person("publisher." + unit);
        }

        void walk() throws InterruptedException {
            var text = text();
            var begun = drafter.change(
                    Change.post("draft", Map.of("unit", unit, "text", text), "/api/v1/drafts", body(text)));
            if (!begun.isOk()) {
                return;
            }
            var draft = begun.field("id");
            if (luck < 10 && !edit(draft)) {
                return;
            }
            if (!submit(draft) || !sign(draft)) {
                return;
            }
            if (luck >= 10 && luck < 20 && !(edit(draft) && submit(draft) && sign(draft))) {
                return; // an edit voids the signature
            }
            publish(draft);
        }

        private String text() {
            return "本周六上午便民服务大厅照常开放，咨询电话12345。活动代号" + letters(numbers.incrementAndGet()) + "。";
        }

        private static String body(String text) {
            return "{\"importance\":\"ORDINARY\",\"category\":\"CONVENIENCE\",\"text\":\"%s\"}".formatted(text);
        }

        private boolean edit(String draft) throws InterruptedException {
            var found = soon(drafter, "/api/v1/drafts/" + draft, Answer::isOk);
            var text = text();
            var change =
                    Change.put("edit", Map.of("draft", draft, "text", text), "/api/v1/drafts/" + draft, body(text));
            var version = found.json().path("version").asLong();
            return drafter.change(change, "If-Match", "\"" + version + "\"").isOk();
        }

        private boolean submit(String draft) throws InterruptedException {
            return drafter.change(Change.post(
                            "submit", Map.of("draft", draft), "/api/v1/drafts/" + draft + "/submission", "{}"))
                    .isOk();
        }

        private boolean sign(String draft) throws InterruptedException {
            soon(
                    director,
                    "/api/v1/drafts/" + draft + "/findings",
                    found -> found.field("checked").equals("CLEAN"));
            var hash = soon(director, "/api/v1/drafts/" + draft, Answer::isOk).field("contentHash");
            if (luck % 10 == 3) {
                signAs(drafter, draft, hash); // is refused
            }
            return signAs(director, draft, hash).isOk();
        }

        private Answer signAs(Person person, String draft, String hash) throws InterruptedException {
            return person.change(Change.post(
                    "sign",
                    Map.of("draft", draft, "contentHash", hash),
                    "/api/v1/drafts/" + draft + "/sign-offs",
                    "{\"contentHash\":\"%s\",\"step\":\"OFFICE_DIRECTOR\"}".formatted(hash)));
        }

        private void publish(String draft) throws InterruptedException {
            var account = "site." + unit;
            var times = luck % 10 == 7 ? 2 : 1; // somebody is impatient
            var released = false;
            for (var time = 0; time < times; time++) {
                released |= publisher
                        .change(Change.post(
                                "publish",
                                Map.of("draft", draft, "account", account),
                                "/api/v1/drafts/" + draft + "/publications",
                                "{\"accounts\":[\"%s\"]}".formatted(account)))
                        .isOk();
            }
            if (released) {
                var item = soon(
                                publisher,
                                "/api/v1/publications?draft=" + draft,
                                found -> item(found).equals("PUBLISHED"))
                        .json()
                        .path("items")
                        .path(0);
                pages.add(item.path("address").asString(""));
            }
        }

        private static String item(Answer found) {
            return found.json().path("items").path(0).path("state").asString("");
        }
    }

    /** Asks again until the answer is as wanted. A campaign whose line never drains is ended by its driver. */
    private static Answer soon(Person person, String path, Predicate<Answer> wanted) throws InterruptedException {
        while (true) {
            var answer = person.get(path);
            if (answer.isOk() && wanted.test(answer)) {
                return answer;
            }
            Thread.sleep(LOOK);
        }
    }

    /** A number no detector takes for a telephone's. */
    private static String letters(int number) {
        var letters = new StringBuilder();
        for (var digit : Integer.toString(number).toCharArray()) {
            letters.append("零壹贰叁肆伍陆柒捌玖".charAt(digit - '0'));
        }
        return letters.toString();
    }

    private Void comment(Random random) throws InterruptedException {
        var person = new Person(town, journal, "");
        while (more) {
            Thread.sleep(400 + random.nextInt(600));
            if (!pages.isEmpty()) {
                var hostile = random.nextInt(100) < 25;
                var words = hostile ? HOSTILE : KIND;
                var text = words.get(random.nextInt(words.size())) + "（" + letters(numbers.incrementAndGet()) + "）";
                comment(person, pages.get(random.nextInt(pages.size())), text, hostile, random.nextInt(10) == 0);
            }
        }
        return null;
    }

    private void comment(Person person, String page, String text, boolean hostile, boolean twice)
            throws InterruptedException {
        var form = TICKET.matcher(person.get(page).text());
        if (!form.find()) {
            return; // the page is away
        }
        inHand.incrementAndGet();
        try {
            var key = UUID.randomUUID().toString();
            var body = "ticket=" + encoded(form.group(1)) + "&key=" + key + "&text=" + encoded(text);
            var change = new Change(
                    "comment",
                    Map.of("page", page, "text", text, "hostile", hostile),
                    "POST",
                    page + "/comments",
                    body,
                    "");
            person.change(change, "Content-Type", "application/x-www-form-urlencoded");
            if (twice) {
                person.change(change, "Content-Type", "application/x-www-form-urlencoded"); // a double click
            }
        } finally {
            inHand.decrementAndGet();
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }

    /** Sees what rings. Half of it is seen in its first round, the rest when it has been passed on. */
    private Void watch(Person officer) throws InterruptedException {
        while (watched) {
            Thread.sleep(OFFICER_LOOKS);
            for (var alert :
                    officer.get("/api/v1/alerts?state=OPEN&limit=200").json().path("items")) {
                var id = alert.path("id").asString();
                var round = alert.path("round").asInt();
                if (receiver.heard(id) && (round > 1 || isSeenAtOnce(id))) {
                    officer.change(Change.put(
                            "acknowledge", Map.of("alert", id), "/api/v1/alerts/" + id + "/acknowledgement", ""));
                }
            }
        }
        return null;
    }

    private static boolean isSeenAtOnce(String alert) {
        return alert.hashCode() % 2 == 0;
    }
}
