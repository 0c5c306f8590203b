package cn.qianfa.faults.checker;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Nothing is published without a signature under exactly this content, given before its release by somebody who may sign it,
 * and neither wrote it nor published it (article 7). What stands on the page is what was signed.
 */
final class SignedBeforePost implements Rule {
    private static final Map<String, String> SIGNS = Map.of("ORDINARY", "OFFICE_DIRECTOR", "IMPORTANT", "UNIT_LEADER");

    @Override
    public String name() {
        return "signed-before-post";
    }

    @Override
    public void check(Evidence evidence, Verdict verdict) {
        var lives = evidence.topic("approval.drafts").collect(Collectors.groupingBy(line -> line.text("key")));
        var posts = evidence.store("approval.posts")
                .collect(Collectors.toMap(line -> line.text("_id"), line -> line, (one, _) -> one));
        evidence.events("approval.publications", "Published").forEach(published -> {
            var life = new Life(lives.getOrDefault(published.text("value/draft"), List.of()));
            var why = life.whyNot(published).or(() -> life.otherWords(published, posts));
            verdict.check(why.isEmpty(), published, "%s: %s".formatted(published.text("key"), why.orElse("")));
        });
    }

    /** What was announced of one draft, in order. */
    private static final class Life {
        private final Set<String> writers = new HashSet<>();
        private final Map<String, Line> submitted = new HashMap<>();
        private final List<Release> releases = new ArrayList<>();

        /** @param signature the one in force then */
        private record Release(Line line, Optional<Line> signature) {}

        Life(List<Line> events) {
            Optional<Line> signature = Optional.empty();
            for (var event : events) {
                switch (event.text("headers/ce_type")) {
                    case "DraftSubmitted.v1" -> {
                        writers.add(event.text("value/by/staff"));
                        submitted.put(event.text("value/contentHash"), event);
                        signature = Optional.empty();
                    }
                    case "DraftRecalled.v1", "DraftReturned.v1" -> signature = Optional.empty();
                    case "Approved.v1" -> signature = Optional.of(event);
                    case "DraftReleased.v1" -> releases.add(new Release(event, signature));
                    default -> {} // decides nothing here
                }
            }
        }

        Optional<String> whyNot(Line published) {
            var hash = published.text("value/contentHash");
            var release = releases.stream()
                    .filter(one -> one.line().text("value/contentHash").equals(hash))
                    .findFirst();
            if (release.isEmpty()) {
                return Optional.of("published without a release of content " + hash);
            }
            if (release.get().signature().isEmpty()) {
                return Optional.of("released before anybody signed, see "
                        + release.get().line().where());
            }
            return whyNot(release.get().signature().get(), release.get().line(), hash);
        }

        private Optional<String> whyNot(Line signature, Line release, String hash) {
            var signer = signature.text("value/by/staff");
            var needed = SIGNS.getOrDefault(
                    Optional.ofNullable(submitted.get(hash))
                            .map(line -> line.text("value/importance"))
                            .orElse(""),
                    "");
            if (!signature.text("value/contentHash").equals(hash)) {
                return Optional.of("signed was other content, see " + signature.where());
            }
            if (writers.contains(signer) || release.text("value/by/staff").equals(signer)) {
                return Optional.of(signer + " signed what they wrote or published, see " + signature.where());
            }
            var roles = signature
                    .at("value/by/roles")
                    .valueStream()
                    .map(role -> role.asString(""))
                    .toList();
            return signature.text("value/step").equals(needed) && roles.contains(needed)
                    ? Optional.empty()
                    : Optional.of("%s signed as %s (expected: %s), see %s"
                            .formatted(signer, roles, needed, signature.where()));
        }

        private Optional<String> otherWords(Line published, Map<String, Line> posts) {
            var post = posts.get(published.text("value/post"));
            var hash = published.text("value/contentHash");
            var of = submitted.get(hash);
            if (post == null || of == null) {
                return Optional.of("there is no such post");
            }
            return hash(of.text("value/category"), of.text("value/importance"), post.text("text"))
                            .equals(hash)
                    ? Optional.empty()
                    : Optional.of("other words than were signed, see " + post.where());
        }
    }

    /** Of one text without pictures, as approval-service documents it. */
    private static String hash(String category, String importance, String text) {
        var form = new ByteArrayOutputStream();
        var head = "qianfa-content 1\ncategory %s\nimportance %s\nparts 1\npart %d\n"
                .formatted(category, importance, text.getBytes(UTF_8).length);
        form.writeBytes((head + text + "\nmedia 0\n").getBytes(UTF_8));
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(form.toByteArray()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK", e);
        }
    }
}
