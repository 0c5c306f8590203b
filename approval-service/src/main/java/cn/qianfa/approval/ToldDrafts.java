package cn.qianfa.approval;

import cn.qianfa.approval.draft.Draft;
import cn.qianfa.approval.draft.DraftId;
import cn.qianfa.approval.draft.Drafts;
import cn.qianfa.contracts.delivery.Cause;
import cn.qianfa.contracts.delivery.Receipt;
import cn.qianfa.contracts.delivery.Versioned;
import cn.qianfa.contracts.event.Event;
import java.util.List;
import java.util.Optional;

/** The drafts, with their facts told to those who run the service. */
record ToldDrafts(Drafts drafts, Facts facts) implements Drafts {
    @Override
    public Optional<Versioned<Draft>> find(DraftId id) {
        return drafts.find(id);
    }

    @Override
    public Optional<Receipt> add(Draft.Written draft, Cause.Command command) {
        return drafts.add(draft, command);
    }

    @Override
    public void save(Versioned<? extends Draft> draft, Event... news) {
        drafts.save(draft, news);
        facts.stored(news);
    }

    @Override
    public List<Versioned<Draft>> list(Query query) {
        return drafts.list(query);
    }
}
