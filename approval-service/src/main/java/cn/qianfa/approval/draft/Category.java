package cn.qianfa.approval.draft;

/** The six kinds of content the regulation permits (article 9), in its order. */
public enum Category {
    /** Plans, strategies and their progress. */
    PLANS_AND_PROGRESS,
    /** Education, culture, civil affairs, health, labour, social security, poverty relief, ethnic and religious policy. */
    EDUCATION_AND_WELFARE,
    /** Major incidents affecting safety, and clarifying facts. */
    INCIDENTS_AND_FACTS,
    /** Major construction projects. */
    CONSTRUCTION,
    /** Emergency plans, warnings and response. */
    EMERGENCY_RESPONSE,
    /** Convenience information such as severe weather. */
    CONVENIENCE
}
