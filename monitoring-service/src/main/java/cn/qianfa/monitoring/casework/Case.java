package cn.qianfa.monitoring.casework;

import cn.qianfa.contracts.event.By;
import cn.qianfa.contracts.event.CaseAcknowledged;
import cn.qianfa.contracts.event.CaseEscalated;
import cn.qianfa.contracts.event.CaseOpened;
import java.time.Instant;

/** The work a flagged comment opened. */
public sealed interface Case {
    Matter matter();

    /** The last round of telling somebody. */
    Round round();

    default CaseId id() {
        return matter().id();
    }

    /** The news of a new round, after the first. */
    default CaseEscalated escalation() {
        return new CaseEscalated(id().value(), matter().unit(), round().number(), round().told(), round().since());
    }

    /** Nobody has seen it yet, or whoever had gave it back. */
    record Open(Matter matter, Round round) implements Case {
        public CaseOpened announcement() {
            return new CaseOpened(
                    id().value(),
                    matter.unit(),
                    matter.comment(),
                    matter.account(),
                    matter.post(),
                    matter.urgency().name(),
                    matter.reasons(),
                    matter.openedAt());
        }

        public boolean isOverdue(Instant now) {
            return round.isOver(now);
        }

        Open tell(Round next) {
            return new Open(matter, next);
        }

        public Acknowledged acknowledge(By officer, Instant at) {
            return new Acknowledged(matter, new Round(round.number(), round.told(), round.since(), null), officer, at);
        }
    }

    /** An officer has seen it and is on it. */
    record Acknowledged(Matter matter, Round round, By by, Instant at) implements Case {
        public CaseAcknowledged announcement() {
            return new CaseAcknowledged(id().value(), matter.unit(), by, round.number(), at);
        }

        Open giveBack(Round next) {
            return new Open(matter, next);
        }
    }
}
