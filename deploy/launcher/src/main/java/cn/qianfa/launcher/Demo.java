package cn.qianfa.launcher;

import cn.qianfa.launcher.speech.Refused;

/** Fills a running installation with what there is to see, through the gateway's own interface. */
final class Demo {
    private Demo() {}

    /** @throws Refused as long as the gateway has no interface to fill it through */
    static void mustBePossible() {
        throw new Refused("demo.none");
    }
}
