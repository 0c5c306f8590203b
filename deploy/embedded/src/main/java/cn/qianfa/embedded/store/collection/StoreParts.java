package cn.qianfa.embedded.store.collection;

import cn.qianfa.embedded.store.index.Changes;
import org.h2.mvstore.MVStore;

/** What all collections of an open store share. */
public record StoreParts(MVStore file, Changes changes, Visits visits) {}
