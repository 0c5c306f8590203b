package cn.qianfa.embedded.store.plan;

import java.util.Iterator;

/**
 * Documents one after the other. It may be put aside after any of them: it then holds on to nothing but its place,
 * and goes on from there with whatever the store holds by then.
 */
public interface Walk extends Iterator<Found> {

    void putAside();
}
