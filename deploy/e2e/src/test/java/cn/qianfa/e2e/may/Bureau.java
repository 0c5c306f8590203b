package cn.qianfa.e2e.may;

import static org.awaitility.Awaitility.await;

import cn.qianfa.e2e.Person;
import cn.qianfa.e2e.Town;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * A bureau with an office above it and a station below, another beside; in each of them one person for every role. The
 * bureau has an account, a draft, a post, a comment under it, and an alert: what others ask for.
 */
final class Bureau {
    private static final String PASSWORD = "谁能办什么事都写在这一张表里";
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final String UNIT = Place.OWN.unit();
    private static final String AUTHOR = "author." + UNIT;
    private static final String NOBODY = "nobody." + UNIT;
    private static final String DRAFT =
            "{\"importance\":\"ORDINARY\",\"category\":\"CONVENIENCE\",\"text\":\"服务窗口本周起延长办公时间，咨询电话12345。\"}";

    private final Town town;
    private final Person admin;
    private final Map<String, Person> people = new ConcurrentHashMap<>();
    private final Map<String, String> objects = new HashMap<>();

    private Bureau(Town town) {
        this.town = town;
        this.admin = town.person("administrator.district");
    }

    static Bureau open(Town town) {
        var bureau = new Bureau(town);
        bureau.units();
        bureau.people();
        bureau.objects();
        return bureau;
    }

    /** What stands in the place of each parameter of a path. */
    Map<String, String> parameters() {
        return objects;
    }

    Person person(Place place, Column role) {
        if (place == Place.DISTRICT) {
            return people.computeIfAbsent(role.person(place.unit()), town::signIn);
        }
        return member(place == Place.AUTHOR ? AUTHOR : role.person(place.unit()));
    }

    private Person member(String name) {
        return people.computeIfAbsent(name, _ -> town.signIn(name, PASSWORD));
    }

    private void units() {
        unit(Place.ABOVE, "district");
        unit(Place.OWN, Place.ABOVE.unit());
        unit(Place.BELOW, Place.OWN.unit());
        unit(Place.ELSEWHERE, "district");
    }

    private void unit(Place place, String parent) {
        admin.post(
                        "/api/v1/units",
                        "{\"id\":\"%s\",\"name\":\"%s\",\"parent\":\"%s\"}"
                                .formatted(place.unit(), place.told(), parent))
                .is(201);
    }

    private void people() {
        var roles = Column.roles();
        var names = Stream.of(Place.OWN, Place.ABOVE, Place.BELOW, Place.ELSEWHERE)
                .flatMap(place -> roles.stream()
                        .map(role -> new String[] {role.person(place.unit()), place.unit(), role.name()}));
        var all = Stream.concat(names, Stream.of(new String[] {AUTHOR, UNIT, Column.DRAFTER.name()}, new String[] {
                    NOBODY, UNIT, Column.DRAFTER.name()
                }))
                .toList();
        AtOnce.each(all, one -> appoint(one[0], one[1], one[2]));
        AtOnce.each(all.stream().filter(one -> !one[0].equals(NOBODY)).toList(), one -> admit(one[0]));
        AtOnce.each(Column.roles(), role -> person(Place.DISTRICT, role));
    }

    private void appoint(String name, String unit, String role) {
        admin.post(
                        "/api/v1/units/" + unit + "/staff",
                        "{\"id\":\"%s\",\"name\":\"%s\",\"roles\":[\"%s\"]}".formatted(name, role, role))
                .is(201);
    }

    private void admit(String name) {
        var code = await(name)
                .atMost(LONG)
                .until(
                        () -> admin.post("/api/v1/staff/" + name + "/activation-code", "{}"),
                        told -> told.status() == 201)
                .field("activationCode");
        town.somebody()
                .post(
                        "/api/v1/credentials",
                        "{\"activationCode\":\"%s\",\"password\":\"%s\"}".formatted(code, PASSWORD))
                .is(200);
        member(name);
    }

    private void objects() {
        objects.putAll(Map.of("unit", UNIT, "staff", NOBODY, "account", "site." + UNIT, "parked", "none"));
        account();
        var address = post();
        objects.put("post", address.substring(address.lastIndexOf('/') + 1));
        town.comment(address, "再不处理，我就一把火烧了你们办公楼。").is(303);
        var alert = person(Place.OWN, Column.DUTY_OFFICER)
                .soon("/api/v1/alerts?state=OPEN", found -> !found.items().isEmpty())
                .items()
                .path(0);
        objects.put("alert", alert.path("id").asString());
        objects.put("case", objects.get("alert").replaceFirst("\\.\\d+$", ""));
        objects.put("comment", alert.path("comment").asString());
        objects.put("draft", written());
        whereTheTreeIsKnown();
    }

    private void account() {
        admin.post("/api/v1/units/" + UNIT + "/accounts", "{\"platform\":\"site\",\"name\":\"测试发布\"}")
                .is(201);
        admin.put("/api/v1/accounts/site." + UNIT + "/filing", "", 1).is(200);
    }

    private String written() {
        return member(AUTHOR).post("/api/v1/drafts", DRAFT).is(201).field("id");
    }

    /** Signs and publishes one. @return its address */
    private String post() {
        var draft = "/api/v1/drafts/" + written();
        member(AUTHOR).post(draft + "/submission", "{}").is(202);
        var director = person(Place.OWN, Column.OFFICE_DIRECTOR);
        director.soon(draft + "/findings", found -> found.field("checked").equals("CLEAN"));
        var hash = director.get(draft).is(200).field("contentHash");
        director.post(draft + "/sign-offs", "{\"contentHash\":\"%s\",\"step\":\"OFFICE_DIRECTOR\"}".formatted(hash))
                .is(200);
        var publisher = person(Place.OWN, Column.PUBLISHER);
        publisher
                .post(draft + "/publications", "{\"accounts\":[\"site.%s\"]}".formatted(UNIT))
                .is(202);
        var published = publisher
                .soon(
                        "/api/v1/publications?state=PUBLISHED",
                        found -> !found.items().isEmpty())
                .items()
                .path(0);
        objects.put("publication", published.path("id").asString());
        return published.path("address").asString();
    }

    /** Monitoring hears of units a moment later. */
    private void whereTheTreeIsKnown() {
        person(Place.ABOVE, Column.INSPECTOR).soon("/api/v1/units/" + Place.BELOW.unit() + "/roster", _ -> true);
    }

    List<Column> whoStandsAt(Place place) {
        return place == Place.AUTHOR ? List.of(Column.DRAFTER) : Column.roles();
    }
}
