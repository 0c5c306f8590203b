package cn.qianfa.rules.personaldata;

import java.util.List;

/** Finds one kind of personal data, in steps linear in the text. */
interface Detector {
    List<Place> find(Reading text);
}
