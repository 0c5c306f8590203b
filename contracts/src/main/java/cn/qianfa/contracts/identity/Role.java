package cn.qianfa.contracts.identity;

/** What a person may be in a unit. One person may be several; no sequence of actions joins separated duties. */
public enum Role {
    /** 起草人: writes drafts. */
    DRAFTER,
    /** 办公室主任: signs what is ordinary (article 7). */
    OFFICE_DIRECTOR,
    /** 单位领导: signs what is important (article 7). */
    UNIT_LEADER,
    /** 微博管理员: publishes what was signed (article 7). */
    PUBLISHER,
    /** 值班员: answers for comments and alerts (article 13). */
    DUTY_OFFICER,
    /** 督查员: sees the units below their own (article 5). */
    INSPECTOR,
    /** 领导小组: reads reports (article 5). */
    LEADER_GROUP,
    /** 系统管理员: units, staff, rules; sees no draft. */
    ADMIN
}
