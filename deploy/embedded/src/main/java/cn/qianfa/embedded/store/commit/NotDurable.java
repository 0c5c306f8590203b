package cn.qianfa.embedded.store.commit;

import de.bwaldvogel.mongo.exception.MongoServerError;

/** A write could not be put on disk: it is refused, and nobody will have seen it. */
final class NotDurable extends MongoServerError {

    private static final int OUT_OF_DISK_SPACE = 14031;

    NotDurable(Throwable cause) {
        super(
                OUT_OF_DISK_SPACE,
                "OutOfDiskSpace",
                "the store could not write its file; the command is refused and nothing of it was kept: "
                        + cause.getMessage(),
                cause);
    }
}
