package cn.qianfa.monitoring.crash;

import cn.qianfa.contracts.crash.CrashingService.Orders;
import cn.qianfa.contracts.delivery.Cause;
import cn.qianfa.contracts.identity.Ticket;
import cn.qianfa.contracts.identity.TicketSeal;
import cn.qianfa.monitoring.comment.ReceiveComment;
import cn.qianfa.monitoring.comment.ReceiveComment.Form;
import cn.qianfa.monitoring.comment.ReceiveComment.Received;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The public at the form: {@code comment KEY} says whose comment it became. */
@Configuration(proxyBeanMethods = false)
class CommentOrders {
    @Bean
    Orders citizen(ReceiveComment receiveComment, TicketSeal seal) {
        var ticket = seal.seal(new Ticket("post", "site.health", "health"));
        return order -> {
            var form = new Form("site.health", "post", ticket, "你们这些废物,滚!");
            var outcome = receiveComment.receive(form, new Cause.Command("form|" + order.split(" ")[1], "hash", ""));
            return outcome instanceof Received(var id) ? id.value() : outcome.toString();
        };
    }
}
