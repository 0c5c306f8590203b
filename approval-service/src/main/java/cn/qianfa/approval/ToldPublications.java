package cn.qianfa.approval;

import cn.qianfa.approval.publication.Publication;
import cn.qianfa.approval.publication.PublicationId;
import cn.qianfa.approval.publication.Publications;
import cn.qianfa.contracts.delivery.Cause;
import cn.qianfa.contracts.delivery.Versioned;
import cn.qianfa.contracts.event.Event;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The publications, with their facts told to those who run the service. */
record ToldPublications(Publications publications, Facts facts) implements Publications {
    @Override
    public Optional<Versioned<Publication>> find(PublicationId id) {
        return publications.find(id);
    }

    @Override
    public void add(Publication.Waiting publication, Cause cause, Event... news) {
        publications.add(publication, cause, news);
        facts.stored(news);
    }

    @Override
    public void save(Versioned<? extends Publication> publication, Event... news) {
        publications.save(publication, news);
        facts.stored(news);
    }

    @Override
    public List<PublicationId> due(Instant now, int limit) {
        return publications.due(now, limit);
    }

    @Override
    public List<Versioned<Publication>> list(Query query) {
        return publications.list(query);
    }
}
