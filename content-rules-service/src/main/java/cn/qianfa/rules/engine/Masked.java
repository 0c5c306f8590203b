package cn.qianfa.rules.engine;

import cn.qianfa.rules.personaldata.PersonalDetail;
import java.util.List;

/**
 * Texts with asterisks where personal data was found in them; every text is as long as it was, so that all other spans
 * still hold.
 *
 * @param parts the texts, in order
 * @param places how many places were masked
 */
public record Masked(List<String> parts, int places) {
    public Masked {
        parts = List.copyOf(parts);
    }

    /** Masks what these findings name; findings which are not of personal data are passed over. */
    static Masked of(List<String> parts, List<Finding> findings) {
        var texts = parts.stream().map(StringBuilder::new).toList();
        var places = 0;
        for (var finding : findings) {
            var kind = PersonalDetail.of(finding.matched());
            if (kind.isPresent()) {
                var text = texts.get(finding.part());
                var fragment = text.substring(finding.start(), finding.end());
                text.replace(finding.start(), finding.end(), kind.get().masked(fragment));
                places++;
            }
        }
        return new Masked(texts.stream().map(StringBuilder::toString).toList(), places);
    }
}
