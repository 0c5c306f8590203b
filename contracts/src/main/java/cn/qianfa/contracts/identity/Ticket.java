package cn.qianfa.contracts.identity;

/**
 * What the public page hands to its comment form, sealed, so that a comment is taken and routed even before the
 * publication is known, and one under a post that never existed is refused.
 *
 * @param post the post on the page
 * @param account the account it stands under
 * @param unit the unit that answers for it
 */
public record Ticket(String post, String account, String unit) {
    public Ticket {
        for (var field : new String[] {post, account, unit}) {
            if (field.isBlank() || field.length() > 200 || field.indexOf('|') >= 0) {
                throw new IllegalArgumentException(
                        "ticket: '%s' (expected: 1 to 200 characters without '|')".formatted(field));
            }
        }
    }
}
