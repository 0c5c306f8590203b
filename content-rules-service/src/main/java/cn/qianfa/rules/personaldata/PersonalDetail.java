package cn.qianfa.rules.personaldata;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The kinds of personal data which have a form, each with what finds it and how much of it a mask leaves. */
public enum PersonalDetail {
    MOBILE_NUMBER("mobile-number", new MobileNumbers(), new Mask(3, 4)),
    LANDLINE_NUMBER("landline-number", new LandlineNumbers(), new Mask(4, 2)),
    RESIDENT_ID("resident-id", new ResidentIds(), new Mask(3, 2)),
    BANK_CARD("bank-card", new BankCards(), new Mask(0, 4)),
    PLATE_NUMBER("plate-number", new PlateNumbers(), new Mask(2, 2)),
    EMAIL_ADDRESS("email-address", new EmailAddresses(), Mask.LOCAL_PART),
    HOME_ADDRESS("home-address", new HomeAddresses(), Mask.NUMBERS);

    private final String id;
    private final Detector detector;
    private final Mask mask;

    PersonalDetail(String id, Detector detector, Mask mask) {
        this.id = id;
        this.detector = detector;
        this.mask = mask;
    }

    /** The kind a pattern of a rule set names. */
    public static Optional<PersonalDetail> of(String id) {
        return Stream.of(values()).filter(kind -> kind.id.equals(id)).findFirst();
    }

    /** The name rule sets use. */
    public String id() {
        return id;
    }

    /** Where it stands in a text, in order. */
    public List<Place> in(Reading text) {
        return detector.find(text);
    }

    /** The found fragment with asterisks for what identifies, as long as before in UTF-16 units. */
    public String masked(String fragment) {
        return mask.apply(fragment);
    }
}
