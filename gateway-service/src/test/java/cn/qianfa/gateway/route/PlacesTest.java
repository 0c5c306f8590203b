package cn.qianfa.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlacesTest {
    private final List<Service> crowded = new ArrayList<>();
    private final Places places = new Places(5, 2, Duration.ofMillis(20), crowded::add);

    @Test
    void keepSomeForWhatIsUrgent() {
        take(Service.APPROVAL, 3);

        assertThat(places.take(Service.APPROVAL, false)).isEmpty();
        assertThat(places.take(Service.APPROVAL, true)).isPresent();
        assertThat(places.take(Service.APPROVAL, true)).isPresent();
        assertThat(places.take(Service.APPROVAL, true)).isEmpty();
        assertThat(crowded).containsExactly(Service.APPROVAL, Service.APPROVAL);
    }

    private List<Places.Place> take(Service service, int count) {
        var taken = new ArrayList<Places.Place>();
        for (var i = 0; i < count; i++) {
            taken.add(places.take(service, false).orElseThrow());
        }
        return taken;
    }

    @Test
    void takeNothingFromAnotherService() {
        take(Service.APPROVAL, 3);

        assertThat(places.take(Service.MONITORING, false)).isPresent();
    }

    @Test
    void areTakenAgainWhenTheyAreGivenBack() {
        var taken = take(Service.APPROVAL, 3);
        var urgent = places.take(Service.APPROVAL, true).orElseThrow();

        taken.forEach(Places.Place::close);
        urgent.close();

        take(Service.APPROVAL, 3);
        assertThat(places.take(Service.APPROVAL, false)).isEmpty();
    }

    @Test
    void areSomeForEverybodyAndSomeKept() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Places(5, 0, Duration.ZERO, crowded::add));
        assertThatIllegalArgumentException().isThrownBy(() -> new Places(5, 5, Duration.ZERO, crowded::add));
    }
}
