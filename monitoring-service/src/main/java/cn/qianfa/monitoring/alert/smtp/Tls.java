package cn.qianfa.monitoring.alert.smtp;

/** How the connection to the mail server is protected. */
enum Tls {
    /** It begins in the clear and must change over before anything is said. */
    STARTTLS(587),
    /** From the first byte. */
    IMPLICIT(465),
    /** Not at all: for a server on this machine. */
    NONE(25);

    private final int port;

    Tls(int port) {
        this.port = port;
    }

    /** The port such servers listen on. */
    int port() {
        return port;
    }
}
