package cn.qianfa.rules.check;

/** The six kinds of content a unit may publish, in the order of article 9. */
public enum Category {
    PLANS_AND_PROGRESS,
    EDUCATION_AND_WELFARE,
    INCIDENTS_AND_FACTS,
    CONSTRUCTION,
    EMERGENCY_RESPONSE,
    CONVENIENCE
}
