package cn.qianfa.monitoring.post;

import cn.qianfa.contracts.delivery.Position;
import cn.qianfa.contracts.delivery.Reacted;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** The posts this service knows of. */
public interface Posts {
    /** The post with this id on its platform; empty while nobody has told of it. */
    Optional<Post> find(String id);

    /** The posts with these ids, by id; those nobody has told of are left out. */
    Map<String, Post> find(Collection<String> ids);

    /** Begins to follow a publication with its post, whatever came before; or counts one more event of it. */
    Reacted published(Post post, Position at);

    /** Counts an event that changes nothing here. One of a publication that has no post yet is passed over. */
    Reacted counted(String publication, Position at);

    /** An event was passed over by a person: its number is the last one counted, unless a higher one is. */
    void passedOver(String publication, Position at);
}
