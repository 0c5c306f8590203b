package cn.qianfa.monitoring.crash;

import cn.qianfa.contracts.crash.CrashingService.Orders;
import cn.qianfa.contracts.delivery.Cause;
import cn.qianfa.contracts.identity.Ticket;
import cn.qianfa.contracts.identity.TicketSeal;
import cn.qianfa.monitoring.comment.ReceiveComment;
import cn.qianfa.monitoring.comment.ReceiveComment.Form;
import cn.qianfa.monitoring.comment.ReceiveComment.Received;
import org.springframework.context.annotation.Bean;

/** Given to the process by name, and found by no scan. The public at the form: {@code hostile KEY} and {@code thankful KEY} say which comment it became. */
class CommentOrders {
    @Bean
    Orders citizen(ReceiveComment receiveComment, TicketSeal seal) {
        var ticket = seal.seal(new Ticket("post", "site.health", "health"));
        return order -> {
            var words = order.split(" ");
            var text = words[0].equals("hostile") ? "你们这些废物,滚!" : "谢谢,办得很快";
            var form = new Form("site.health", "post", ticket, text);
            var outcome = receiveComment.receive(form, new Cause.Command("form|" + words[1], "hash", ""));
            return outcome instanceof Received(var id) ? id.value() : outcome.toString();
        };
    }
}
