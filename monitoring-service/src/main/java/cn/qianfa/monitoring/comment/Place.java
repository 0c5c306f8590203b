package cn.qianfa.monitoring.comment;

import cn.qianfa.contracts.identity.Ticket;

/** Where a comment stands: the post, the account it is under, the unit that answers for it. */
public record Place(String unit, String account, String post) {
    static Place of(Ticket ticket) {
        return new Place(ticket.unit(), ticket.account(), ticket.post());
    }
}
