package cn.qianfa.approval.draft;

/** The six kinds of content the regulation permits (article 9), in its order. */
public enum Category {
    /** Plans, strategies and their progress. */
    PLANS,
    /** Education, culture, civil affairs, health, labour, social security, poverty relief, ethnic and religious policy. */
    PUBLIC_POLICY,
    /** Major incidents affecting safety, and clarifying facts. */
    INCIDENTS,
    /** Major construction projects. */
    PROJECTS,
    /** Emergency plans, warnings and response. */
    EMERGENCY_RESPONSE,
    /** Convenience information such as severe weather. */
    CONVENIENCE
}
