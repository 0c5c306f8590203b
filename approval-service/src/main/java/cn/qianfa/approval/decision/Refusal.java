package cn.qianfa.approval.decision;

/** Why something asked for is not done, and the article of the regulation that says so; empty where none does. */
public enum Refusal {
    NOT_PERMITTED("not-permitted", ""),
    NOT_THE_AUTHOR("not-the-author", "A7"),
    /** Nobody signs what they wrote, and nobody publishes what they signed. */
    DUTIES_NOT_SEPARATE("duties-not-separate", "A7"),
    WRONG_STATE("wrong-state", ""),
    /** One unit has one account on a platform, one id stands for one unit or person. */
    ALREADY_THERE("wrong-state", "A3"),
    /** A unit is placed under one that is there and that the administrator is responsible for. */
    NO_SUCH_PARENT("invalid", "A3"),
    /** One of the six permitted categories is missing. */
    UNCATEGORISED("invalid", "A9"),
    /** The content rules have not spoken about exactly this content yet. */
    NOT_CHECKED("wrong-state", "A10"),
    CONTENT_CHANGED("content-changed", "A7"),
    BLOCKED_BY_FINDING("blocked-by-finding", "A10"),
    /** A warning is passed only with a reason for each rule that gave one. */
    WARNING_NOT_ANSWERED("invalid", "A10"),
    ACCOUNT_NOT_FILED("account-not-filed", "A5");

    private final String problem;
    private final String article;

    Refusal(String problem, String article) {
        this.problem = problem;
        this.article = article;
    }

    /** The code the API promises, such as {@code not-the-author}. */
    public String problem() {
        return problem;
    }

    /** Such as {@code A7}; empty where no article applies. */
    public String article() {
        return article;
    }
}
