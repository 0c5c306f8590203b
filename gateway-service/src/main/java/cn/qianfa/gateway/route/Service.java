package cn.qianfa.gateway.route;

/** The services behind the gateway. */
public enum Service {
    APPROVAL("approval"),
    CONTENT_RULES("content-rules"),
    MONITORING("monitoring");

    private final String audience;

    Service(String audience) {
        this.audience = audience;
    }

    /** Its name, which is also whom its tokens are for. */
    public String audience() {
        return audience;
    }
}
