package cn.qianfa.embedded.store.plan;

import java.util.List;

/** Documents in the order of some of their fields: an index, or the collection itself in the order of its ids. */
public interface Ordered {

    /**
     * The fields that order it, first the most important. No two documents have the same values in all of them:
     * where they might, the id is the last.
     */
    List<OrderedField> fields();

    /** Whether documents that have none of these fields are left out. */
    boolean sparse();

    /** The documents of a stretch, one at a time. */
    Walk walk(KeyRange range, boolean backwards);
}
