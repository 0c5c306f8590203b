package cn.qianfa.embedded.broker;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import java.util.List;
import org.slf4j.LoggerFactory;

/** Kafka tells warnings only, unless the program's own logging settings ask for more. */
final class QuietLogs {
    private static final List<String> LOUD = List.of("org.apache.kafka", "kafka", "state.change.logger");

    private QuietLogs() {}

    static void set() {
        if (!(LoggerFactory.getILoggerFactory() instanceof LoggerContext context)) {
            return;
        }
        for (var name : LOUD) {
            var logger = context.getLogger(name);
            if (logger.getLevel() == null) {
                logger.setLevel(Level.WARN);
            }
        }
    }
}
