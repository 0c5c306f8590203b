package cn.qianfa.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every place of sessions keeps. */
public abstract class SessionsContract {
    private static final Instant NOW = Instant.parse("2026-11-24T01:00:00Z");
    private static final Session DESK = new Session("desk", "drafter", NOW, NOW);
    private static final Session PHONE = new Session("phone", "drafter", NOW.minusSeconds(100), NOW.minusSeconds(50));
    private static final Session OTHER = new Session("other", "leader", NOW, NOW);

    @SuppressWarnings("NullAway.Init") // opened before each test
    private Sessions sessions;

    protected abstract Sessions sessions();

    @BeforeEach
    void openSessions() {
        sessions = sessions();
    }

    @BeforeEach
    void add() {
        sessions.add(DESK);
        sessions.add(PHONE);
        sessions.add(OTHER);
    }

    @Test
    void areFoundOneByOneAndTogether() {
        assertThat(sessions.find("phone")).contains(PHONE);
        assertThat(sessions.find("nothing")).isEmpty();
        assertThat(sessions.find(List.of("desk", "other", "nothing"))).containsExactlyInAnyOrder(DESK, OTHER);
    }

    @Test
    void noteWhenTheyWereSeen() {
        sessions.seen("desk", NOW.plusSeconds(60));

        assertThat(sessions.find("desk").map(Session::seenAt)).contains(NOW.plusSeconds(60));
        assertThat(sessions.find("desk").map(Session::startedAt)).contains(NOW);
    }

    @Test
    void areNotBroughtBackByBeingSeen() {
        sessions.end("desk");

        sessions.seen("desk", NOW.plusSeconds(60));

        assertThat(sessions.find("desk")).isEmpty();
        assertThat(sessions.find("phone")).isPresent();
    }

    @Test
    void endForOnePersonTogether() {
        sessions.endAllOf("drafter");

        assertThat(sessions.find(List.of("desk", "phone", "other"))).containsExactly(OTHER);
    }

    @Test
    void endForOnePersonButForOne() {
        sessions.endAllOfBut("drafter", "desk");

        assertThat(sessions.find(List.of("desk", "phone", "other"))).containsExactlyInAnyOrder(DESK, OTHER);
    }

    @Test
    void areSweptWhenNotSeenOrTooOld() {
        sessions.sweep(NOW.minusSeconds(10), NOW.minusSeconds(1000));
        assertThat(sessions.find(List.of("desk", "phone"))).containsExactly(DESK);

        sessions.seen("desk", NOW.plusSeconds(1000));
        sessions.sweep(NOW.minusSeconds(10), NOW.plusSeconds(1));
        assertThat(sessions.find("desk")).isEmpty();
    }
}
