package cn.qianfa.e2e.may;

import cn.qianfa.e2e.Person;
import cn.qianfa.e2e.Town;
import cn.qianfa.e2e.contract.Asked;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Asks for an operation as everybody, and says what came of it in the words of the table. */
final class Visitor {
    /** What the table says where there is no such person. */
    private static final String NOBODY_THERE = "·";

    private static final String STREAM = "streamAlerts";

    private final Town town;
    private final Bureau bureau;
    private final Forger forger;

    Visitor(Town town, Bureau bureau, Forger forger) {
        this.town = town;
        this.bureau = bureau;
        this.forger = forger;
    }

    void visit(Asked asked, Visit how, Table table) {
        var places = Stream.of(Place.values())
                .filter(place -> place != Place.AUTHOR || isOfADraft(asked))
                .toList();
        var nobody = send(town.somebody(), asked, how);
        var words = everybody(asked, how, places, nobody);
        var forged = forger.word(asked, how, bureau.parameters());
        for (var place : places) {
            for (var column : Column.all()) {
                var key = new Table.Key(asked.toString(), place, column);
                table.put(
                        key,
                        switch (column) {
                            case NOBODY -> nobody.word(how, nobody);
                            case FORGED -> forged;
                            default -> words.getOrDefault(key, NOBODY_THERE);
                        });
            }
        }
    }

    private static boolean isOfADraft(Asked asked) {
        return asked.path().contains("{draft}") && !asked.method().equals("GET");
    }

    private Map<Table.Key, String> everybody(Asked asked, Visit how, List<Place> places, Seen nobody) {
        Map<Table.Key, String> words = new ConcurrentHashMap<>();
        var keys = places.stream()
                .flatMap(place ->
                        bureau.whoStandsAt(place).stream().map(role -> new Table.Key(asked.toString(), place, role)))
                .toList();
        AtOnce.each(
                keys,
                key -> words.put(
                        key,
                        send(bureau.person(key.place(), key.column()), asked, how)
                                .word(how, nobody)));
        return words;
    }

    /** An answer that is not as openapi.yaml promises it is no reason to ask nobody else. */
    private Seen send(Person person, Asked asked, Visit how) {
        try {
            return asked.id().equals(STREAM) ? begin(person, asked, how) : plain(person, asked, how);
        } catch (AssertionError e) {
            return Seen.broken(String.valueOf(e.getMessage()));
        }
    }

    private Seen begin(Person person, Asked asked, Visit how) {
        return person.begin(asked.at(bureau.parameters()))
                .map(event -> Seen.of(200, event.contains(looked(how))))
                .orElseGet(() -> plain(person, asked, how));
    }

    private Seen plain(Person person, Asked asked, Visit how) {
        var path = asked.at(bureau.parameters()) + (how.shows().isEmpty() ? "" : "?limit=200");
        var answer =
                person.send(asked.method(), path, how.bytes(), how.headers().toArray(String[]::new));
        return Seen.of(answer.status(), answer.text().contains(looked(how)));
    }

    private String looked(Visit how) {
        return how.shows().isEmpty()
                ? ""
                : "\"id\":\"%s\"".formatted(bureau.parameters().get(how.shows()));
    }
}
