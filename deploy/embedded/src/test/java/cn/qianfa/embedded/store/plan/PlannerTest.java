package cn.qianfa.embedded.store.plan;

import static org.assertj.core.api.Assertions.assertThat;

import cn.qianfa.embedded.store.index.KeyShape;
import cn.qianfa.embedded.store.key.BsonBytes;
import cn.qianfa.embedded.store.key.Key;
import cn.qianfa.embedded.store.key.KeyBytes;
import de.bwaldvogel.mongo.backend.DefaultQueryMatcher;
import de.bwaldvogel.mongo.backend.DocumentComparator;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class PlannerTest {

    private static final OrderedField UNIT = new OrderedField("unit", true);
    private static final OrderedField STATE = new OrderedField("state", true);
    private static final OrderedField AT = new OrderedField("at", false);
    private static final OrderedField ID = new OrderedField("_id", true);

    private final Ordered ids = new TreeIndex(List.of(ID), false);
    private final Ordered byUnit = new TreeIndex(List.of(UNIT, STATE, AT, ID), false);
    private final Ordered byAt = new TreeIndex(List.of(AT, ID), false);
    private final Ordered pending = new TreeIndex(List.of(new OrderedField("pendingAt", true), ID), true);

    @Nested
    class AFilter {

        @Test
        void onTheIdAndAnythingElseGoesById() {
            var plan = plan(new Document("_id", 1).append("unit", "u").append("state", "s"), "");

            assertThat(plan.ordered()).isSameAs(ids);
            assertThat(plan.ranges()).hasSize(1);
        }

        @Test
        void goesByTheIndexThatPinsMost() {
            assertThat(plan(new Document("unit", "u").append("at", 3), "").ordered())
                    .isSameAs(byUnit);
            assertThat(plan(new Document("at", new Document("$lt", 3)), "").ordered())
                    .isSameAs(byAt);
        }

        @Test
        void thatNoIndexKnowsIsAScan() {
            assertThat(planned(new Document("title", "t"), "")).isEmpty();
            assertThat(planned(new Document("state", "s"), "")).isEmpty();
            assertThat(planned(new Document("unit", new Document("$ne", "u")), ""))
                    .isEmpty();
            assertThat(planned(new Document("$nor", List.of(new Document("unit", "u"))), ""))
                    .isEmpty();
        }

        @Test
        void thatContradictsItselfLooksNowhere() {
            var filter = new Document("$and", List.of(new Document("unit", "u"), new Document("unit", "v")));

            assertThat(plan(filter, "").ranges()).isEmpty();
            assertThat(plan(filter, "").walk().hasNext()).isFalse();
        }

        @Test
        void isUnfolded() {
            var filter = new Document(
                    "$and",
                    List.of(
                            new Document("unit", "u"),
                            new Document(
                                    "$and", List.of(new Document("state", new Document("$in", List.of("a", "b"))))),
                            new Document("state", new Document("$gt", "a"))));

            assertThat(plan(filter, "").ranges()).hasSize(1);
        }

        @Test
        void ofAlternativesIsBoundedByWhatCoversThem() {
            var filter = new Document(
                    "$or",
                    List.of(
                            new Document("at", new Document("$lt", 5)),
                            new Document("at", 5).append("_id", new Document("$lt", 9))));
            var plan = plan(filter, "");

            assertThat(plan.ordered()).isSameAs(byAt);
            assertThat(plan.ranges().getFirst().contains(byAtKey(6))).isFalse();
            assertThat(plan.ranges().getFirst().contains(byAtKey(5))).isTrue();
        }

        @Test
        void mayUseASparseIndexOnlyIfTheFieldMustBeThere() {
            for (var wanted : List.of(
                    new Document("pendingAt", new Document("$lte", 5)),
                    new Document("pendingAt", 5),
                    new Document("pendingAt", new Document("$exists", true)))) {
                assertThat(plan(wanted, "pendingAt").ordered()).isSameAs(pending);
            }
            for (var wanted : List.of(
                    new Document("pendingAt", null),
                    new Document("pendingAt", new Document("$in", Arrays.asList(5, null))),
                    new Document())) {
                assertThat(planned(wanted, "pendingAt").map(QueryPlan::ordered)).isNotEqualTo(Optional.of(pending));
            }
        }

        private Key byAtKey(int at) {
            return new Key(KeyBytes.inverted(KeyBytes.of(at)));
        }
    }

    @Nested
    class AnOrder {

        @Test
        void comesFromTheIndexInEitherDirection() {
            var filter = new Document("unit", "u").append("state", "s");

            assertThat(plan(filter, "-at,_id")).satisfies(plan -> {
                assertThat(plan.sorted()).isTrue();
                assertThat(plan.backwards()).isFalse();
            });
            assertThat(plan(filter, "at,-_id")).satisfies(plan -> {
                assertThat(plan.sorted()).isTrue();
                assertThat(plan.backwards()).isTrue();
            });
            assertThat(plan(filter, "at,_id").sorted()).isFalse();
        }

        @Test
        void ofAFieldThatIsPinnedCountsForNothing() {
            assertThat(plan(new Document("unit", "u").append("state", "s"), "-state,-at,unit")
                            .sorted())
                    .isTrue();
        }

        @Test
        void overSeveralValuesIsMerged() {
            var filter = new Document("unit", "u").append("state", new Document("$in", List.of("a", "b")));

            assertThat(plan(filter, "-at")).satisfies(plan -> {
                assertThat(plan.sorted()).isTrue();
                assertThat(plan.merged()).isTrue();
            });
            assertThat(plan(filter, "state,-at").merged()).isFalse();
            assertThat(plan(filter, "state,-at").sorted()).isTrue();
        }

        @Test
        void overIdsInAListIsNotTheirs() {
            assertThat(plan(new Document("_id", new Document("$in", List.of(1, 2))), "at")
                            .sorted())
                    .isFalse();
            assertThat(plan(new Document("_id", 1), "at").sorted()).isTrue();
        }

        @Test
        void aloneIsReasonEnoughForAnIndex() {
            assertThat(plan(new Document(), "-at").ordered()).isSameAs(byAt);
        }
    }

    /** Whatever is planned, it answers what a look at every document answers. */
    @RepeatedTest(10)
    void answersEveryQueryAsAScanDoes(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        var documents =
                Stream.generate(() -> AnyQuery.document(random)).limit(300).toList();
        for (int i = 0; i < documents.size(); i++) {
            documents.get(i).put("_id", i * 7919 % 300);
            for (var index : indexes()) {
                index.add(documents.get(i));
            }
        }
        int planned = 0;
        for (int i = 0; i < 500; i++) {
            var filter = AnyQuery.filter(random, 2);
            var sort = AnyQuery.sort(random);
            var plan = Planner.plan(filter, Planner.sort(sort).orElseThrow(), indexes());
            if (plan.isPresent()) {
                planned++;
                assertThat(found(plan.get(), filter, sort))
                        .as("%s sorted by %s", filter, sort)
                        .isEqualTo(scanned(documents, filter, sort));
            }
        }
        assertThat(planned).isGreaterThan(250);
    }

    private final List<TreeIndex> indexes =
            Stream.of(ids, byUnit, byAt, pending).map(TreeIndex.class::cast).toList();

    private List<TreeIndex> indexes() {
        return indexes;
    }

    private static List<Object> found(QueryPlan plan, Document filter, Document sort) {
        var matcher = new DefaultQueryMatcher();
        var found = new ArrayList<Document>();
        for (var walk = plan.walk(); walk.hasNext(); walk.putAside()) {
            var document =
                    BsonBytes.read(Objects.requireNonNull(walk.next().bson().get()));
            if (matcher.matches(document, filter)) {
                found.add(document);
            }
        }
        if (!plan.sorted()) {
            found.sort(new DocumentComparator(sort));
        }
        return values(found, sort);
    }

    private static List<Object> scanned(List<Document> documents, Document filter, Document sort) {
        var matcher = new DefaultQueryMatcher();
        return values(
                documents.stream()
                        .filter(document -> matcher.matches(document, filter))
                        .sorted(new DocumentComparator(sort))
                        .toList(),
                sort);
    }

    /** Every sort ends with the id, so there is one right order. */
    private static List<Object> values(List<Document> documents, Document sort) {
        assertThat(sort).containsKey("_id");
        return documents.stream().map(document -> document.get("_id")).toList();
    }

    private QueryPlan plan(Document filter, String sort) {
        return planned(filter, sort).orElseThrow();
    }

    private Optional<QueryPlan> planned(Document filter, String sort) {
        var fields = Stream.of(sort.split(","))
                .filter(name -> !name.isEmpty())
                .map(name -> name.startsWith("-")
                        ? new OrderedField(name.substring(1), false)
                        : new OrderedField(name, true))
                .toList();
        return Planner.plan(filter, fields, indexes);
    }

    /** An index in a tree in memory. */
    private static final class TreeIndex implements Ordered {

        private final List<OrderedField> fields;
        private final KeyShape shape;
        private final TreeMap<Key, byte[]> entries = new TreeMap<>();

        TreeIndex(List<OrderedField> fields, boolean sparse) {
            this.fields = fields;
            var asked = fields.size() == 1 ? fields : fields.subList(0, fields.size() - 1);
            shape = KeyShape.of(
                    asked.stream()
                            .map(field -> new IndexKey(field.name(), field.ascending()))
                            .toList(),
                    false,
                    sparse);
        }

        void add(Document document) {
            shape.keyOf(document).ifPresent(key -> entries.put(key, BsonBytes.of(document)));
        }

        @Override
        public List<OrderedField> fields() {
            return fields;
        }

        @Override
        public boolean sparse() {
            return shape.sparse();
        }

        @Override
        public Walk walk(KeyRange range, boolean backwards) {
            var stretch = range.to() == null ? entries.tailMap(range.from()) : entries.subMap(range.from(), range.to());
            var inOrder = (backwards ? stretch.reversed() : stretch).entrySet().iterator();
            return new Walk() {
                @Override
                public boolean hasNext() {
                    return inOrder.hasNext();
                }

                @Override
                public Found next() {
                    var entry = inOrder.next();
                    return new Found(entry.getKey(), entry::getValue);
                }

                @Override
                public void putAside() {}
            };
        }
    }
}
