package cn.qianfa.monitoring;

import cn.qianfa.monitoring.alert.DeliverAlerts;
import cn.qianfa.monitoring.alert.DeliverMail;
import cn.qianfa.monitoring.casework.EscalateOverdue;
import com.mongodb.MongoException;
import java.util.concurrent.ExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks for what is due. Every instance does; the store's guards let one of them through. */
@Component
@EnableScheduling
class Timers {
    private static final Logger LOG = LoggerFactory.getLogger(Timers.class);

    private final EscalateOverdue escalate;
    private final ObjectProvider<DeliverAlerts> deliver;
    private final ObjectProvider<DeliverMail> mail;

    Timers(EscalateOverdue escalate, ObjectProvider<DeliverAlerts> deliver, ObjectProvider<DeliverMail> mail) {
        this.escalate = escalate;
        this.deliver = deliver;
        this.mail = mail;
    }

    @Scheduled(fixedDelay = 500)
    void escalate() {
        try {
            escalate.escalate();
        } catch (MongoException e) {
            LOG.atWarn().log("Escalation waits for the store: {}", e.toString());
        }
    }

    @Scheduled(fixedDelay = 250)
    void deliver() throws InterruptedException {
        var deliverAlerts = deliver.getIfAvailable();
        if (deliverAlerts == null) {
            return;
        }
        try {
            deliverAlerts.deliver();
        } catch (MongoException | ExecutionException e) {
            LOG.atWarn().log("Delivery of alerts is tried again: {}", e.toString());
        }
    }

    /** At a fixed rate, which has a thread of its own: those with a delay share one, and a receiver may be slow. */
    @Scheduled(fixedRate = 500)
    void mail() {
        try {
            mail.ifAvailable(DeliverMail::deliver);
        } catch (MongoException e) {
            LOG.atWarn().log("Mail waits for the store: {}", e.toString());
        }
    }
}
