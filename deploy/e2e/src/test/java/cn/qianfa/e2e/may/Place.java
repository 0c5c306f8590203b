package cn.qianfa.e2e.may;

import java.util.Optional;
import java.util.stream.Stream;

/** Where somebody works, as seen from the unit whose draft, alert or person is asked for. */
enum Place {
    OWN("own unit", "matrix-bureau"),
    ABOVE("unit above", "matrix-office"),
    DISTRICT("district office", "district"),
    BELOW("unit below", "matrix-station"),
    ELSEWHERE("another unit", "matrix-elsewhere"),
    /** Of the unit, and wrote the very draft. */
    AUTHOR("its author", "matrix-bureau");

    private final String told;
    private final String unit;

    Place(String told, String unit) {
        this.told = told;
        this.unit = unit;
    }

    String told() {
        return told;
    }

    String unit() {
        return unit;
    }

    static Optional<Place> of(String told) {
        return Stream.of(values()).filter(place -> place.told.equals(told)).findFirst();
    }
}
