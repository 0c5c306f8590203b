package cn.qianfa.rules.engine;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** What is checked, with every fact the check may look at; the same content always gets the same verdict. */
public sealed interface Content {
    /** The texts, in order; a finding names its text by the index here. */
    List<String> parts();

    Facts facts();

    /**
     * A post of the unit.
     *
     * @param category the id of its content category (A9)
     */
    record Post(String category, List<String> parts, Facts facts) implements Content {
        public Post {
            parts = List.copyOf(parts);
        }
    }

    /**
     * An answer to a citizen.
     *
     * @param category the id of its content category (A9)
     */
    record Answer(String category, List<String> parts, Facts facts) implements Content {
        public Answer {
            parts = List.copyOf(parts);
        }
    }

    /** What the public wrote under a post. */
    record Comment(String text, Facts facts) implements Content {
        @Override
        public List<String> parts() {
            return List.of(text);
        }
    }

    /**
     * What was true when the content was handed in. Recorded with it, so that the check can be repeated.
     *
     * @param on the day, in Asia/Shanghai; decides which entries of the rule set are valid
     * @param serviceNumbers the unit's own telephone numbers for the public, digits only
     */
    record Facts(LocalDate on, Set<String> serviceNumbers) {
        public Facts {
            serviceNumbers = Set.copyOf(serviceNumbers);
        }
    }
}
