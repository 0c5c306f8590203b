package cn.qianfa.contracts.delivery.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.qianfa.contracts.delivery.Cause;
import cn.qianfa.contracts.delivery.Envelope;
import cn.qianfa.contracts.delivery.inbox.Interventions.About;
import cn.qianfa.contracts.delivery.inbox.Interventions.Answer;
import cn.qianfa.contracts.delivery.inbox.Interventions.Intervention;
import cn.qianfa.contracts.delivery.inbox.Interventions.What;
import cn.qianfa.contracts.delivery.tracing.Spans;
import cn.qianfa.contracts.identity.Actor;
import cn.qianfa.contracts.identity.Role;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What an operator does about a service's events that wait: reads why, tries again, repairs or passes over the first. Only
 * an administrator of the district: what waits belongs to units of all kinds and may quote citizens.
 *
 * <p>An act is written into what waits in one guarded write, and only there it takes effect; a person who looked at an
 * event that is not the first any more decides nothing. What follows, keeping the act and replaying, may be done by
 * anybody, any number of times: by this command, by the same command sent again, by another instance or at a start.
 */
public final class Operations {
    /** The unit above all others. */
    private static final String DISTRICT = "district";
    /** Each lost race is another's success; so many in a row mean that something is wrong. */
    private static final int RACES = 50;

    private static final Logger LOG = LoggerFactory.getLogger(Operations.class);

    private final Map<String, Replay> replays = new HashMap<>();
    private final Parked parked;
    private final Interventions interventions;
    private final Supplier<UUID> ids;
    private final InstantSource clock;

    public Operations(
            List<Subscription> subscriptions,
            Parked parked,
            Interventions interventions,
            Supplier<UUID> ids,
            InstantSource clock,
            Spans spans) {
        subscriptions.forEach(one -> replays.put(one.consumer(), new Replay(one, parked, interventions, spans)));
        this.parked = parked;
        this.interventions = interventions;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * What a person asks for. Command and content are read late, because who may ask is decided before what was asked is
     * looked at.
     *
     * @param id of what waits, as it was shown
     * @param wish reading it throws where it is not what it should be
     */
    public record Asked(String id, Actor by, Supplier<Cause.Command> command, Supplier<Wish> wish) {}

    /**
     * What is to be done with the first event.
     *
     * @param event the id of the event the person looked at; empty for a replay, which takes whichever is first
     * @param payload of a repair: the corrected event, as JSON
     * @param reason why it is repaired or skipped
     */
    public record Wish(String event, String payload, String reason) {
        /** Try again, whatever it is. */
        public static final Wish AGAIN = new Wish("", "", "");

        /** Characters of a reason. */
        public static final int LONGEST_REASON = 500;

        /** A sentence, not blank, without control characters. */
        public static boolean isReason(String reason) {
            return !reason.isBlank()
                    && reason.codePointCount(0, reason.length()) <= LONGEST_REASON
                    && reason.codePoints().noneMatch(Character::isISOControl);
        }
    }

    /** What came of it. */
    public sealed interface Outcome {
        /** It is done, now or when the same command came before. */
        record Replayed(Answer answer) implements Outcome {}

        record NotPermitted() implements Outcome {}

        /** Nothing waits under this id, or nothing any more. */
        record Gone() implements Outcome {}

        /** The first event is not the one that was looked at, or it is passed over already. */
        record AnotherFirst() implements Outcome {}

        /** The command's key came before with another command. */
        record KeyReused() implements Outcome {}

        /** The payload is not such an event: the place, such as {@code payload.findings[0].rule}, and what was found. */
        record Unfit(String field, String why) implements Outcome {}
    }

    public boolean permits(Actor by) {
        return by.is(Role.ADMIN) && by.unit().equals(DISTRICT);
    }

    /** What waits, in the order of consumers and keys; for those who are permitted. */
    public List<Parked.Waiting> parked(@Nullable String after, int limit) {
        return parked.list(after, limit);
    }

    /** What was done about it, the newest first; for those who are permitted. */
    public List<Intervention> interventions(@Nullable String after, int limit) {
        return interventions.newest(after, limit);
    }

    /** An id of what waits, fit for an address. */
    public static String shown(String id) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(id.getBytes(UTF_8));
    }

    /** The id that is shown so; empty if none is. */
    public static Optional<String> read(String shown) {
        try {
            return Optional.of(new String(Base64.getUrlDecoder().decode(shown), UTF_8));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    public Outcome act(What what, Asked asked) {
        if (!permits(asked.by())) {
            return new Outcome.NotPermitted();
        }
        var id = read(asked.id()).filter(one -> parked.find(one).isPresent() || interventions.touched(one));
        if (id.isEmpty()) {
            return new Outcome.Gone();
        }
        var command = asked.command().get();
        var wish = asked.wish().get();
        for (var race = 0; race < RACES; race++) {
            var outcome = tried(what, id.get(), asked.by(), command, wish);
            if (outcome.isPresent()) {
                return outcome.get();
            }
        }
        throw new IllegalStateException("%s: overtaken %d times".formatted(command.key(), RACES));
    }

    /** @return empty if somebody else was faster, so that everything has to be looked at again */
    private Optional<Outcome> tried(What what, String id, Actor by, Cause.Command command, Wish wish) {
        var before = interventions.of(command);
        if (before.isPresent()) {
            return Optional.of(again(before.get(), command));
        }
        var found = parked.find(id);
        if (found.isEmpty()) {
            return interventions.of(command).map(one -> again(one, command)).or(() -> Optional.of(new Outcome.Gone()));
        }
        var waiting = found.get();
        var halfDone = waiting.decisions().stream()
                .filter(one -> one.command().key().equals(command.key()))
                .findFirst();
        if (halfDone.isPresent()) {
            return Optional.of(again(halfDone.get(), command));
        }
        return first(what, waiting, by, command, wish);
    }

    private Outcome again(Intervention before, Cause.Command command) {
        return before.command().bodyHash().equals(command.bodyHash()) ? carriedOn(before) : new Outcome.KeyReused();
    }

    private Optional<Outcome> first(What what, Parked.Waiting waiting, Actor by, Cause.Command command, Wish wish) {
        var replay = replays.get(waiting.consumer());
        var moved = what.decides() && (waiting.isSkipped() || !wish.event().equals(Envelope.idOf(waiting.first())));
        if (replay == null || moved) {
            return Optional.of(new Outcome.AnotherFirst());
        }
        var payload =
                MaskedPayload.filled(wish.payload(), waiting.first().value()).getBytes(UTF_8);
        if (what == What.REPAIR) {
            var unfit = replay.reaction().unfit(waiting.first(), payload);
            if (unfit.isPresent()) {
                return unfit.map(one -> new Outcome.Unfit("payload" + one.where(), one.why()));
            }
        }
        var act = new Intervention(
                ids.get().toString(),
                what,
                About.of(waiting),
                by.id(),
                by.unit(),
                clock.instant(),
                wish.reason(),
                what == What.REPAIR ? waiting.first().value() : null,
                command,
                null);
        var decided = !what.decides() || parked.decide(waiting, act, what == What.REPAIR ? payload : null);
        return decided ? Optional.of(carriedOn(act)) : Optional.empty();
    }

    private Outcome carriedOn(Intervention act) {
        if (act.answer() != null) {
            return new Outcome.Replayed(act.answer());
        }
        interventions.keep(act);
        var replay = replays.get(act.about().consumer());
        var answer = replay == null
                ? new Answer(0, 0, null, "")
                : replay.run(act.about().key());
        interventions.answered(act.id(), answer);
        LOG.atInfo()
                .addKeyValue("consumer", act.about().consumer())
                .addKeyValue("key", act.about().key())
                .addKeyValue("event", act.about().event())
                .addKeyValue("what", act.what())
                .addKeyValue("by", act.by())
                .addKeyValue("left", answer.left())
                .log("An operator acted on what waits");
        return new Outcome.Replayed(answer);
    }
}
