package cn.qianfa.approval.registry;

import cn.qianfa.contracts.event.AccountClosed;
import cn.qianfa.contracts.event.AccountFiled;
import java.time.Instant;

/** One official account of a unit on one platform; it may publish only while it is filed (article 5). */
public sealed interface Account extends Registered {
    Platform platform();

    String name();

    State state();

    /** The states' names. */
    enum State {
        REGISTERED,
        FILED,
        CLOSED
    }

    /** The id makes a second account of the same unit on the same platform impossible (article 3). */
    static String idOf(Platform platform, String unit) {
        return platform.code() + '.' + unit;
    }

    /** Known, but not filed with the district office yet. */
    record Opened(String unit, Platform platform, String name, Instant at) implements Account {
        @Override
        public String id() {
            return idOf(platform, unit);
        }

        @Override
        public State state() {
            return State.REGISTERED;
        }

        Filed filed(Instant when) {
            return new Filed(unit, platform, name, when);
        }
    }

    /** Filed with the district office: may publish. */
    record Filed(String unit, Platform platform, String name, Instant at) implements Account {
        @Override
        public String id() {
            return idOf(platform, unit);
        }

        @Override
        public State state() {
            return State.FILED;
        }

        Closed closed(String notice, Instant when) {
            return new Closed(unit, platform, name, notice, when);
        }

        AccountFiled announcement() {
            return new AccountFiled(id(), unit, platform.code(), name, at);
        }
    }

    /** Stopped, with a notice that tells the public so. */
    record Closed(String unit, Platform platform, String name, String notice, Instant at) implements Account {
        @Override
        public String id() {
            return idOf(platform, unit);
        }

        @Override
        public State state() {
            return State.CLOSED;
        }

        AccountClosed announcement() {
            return new AccountClosed(id(), unit, platform.code(), name, notice, at);
        }
    }
}
