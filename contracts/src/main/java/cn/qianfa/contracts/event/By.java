package cn.qianfa.contracts.event;

import java.util.List;

/** Who acted, with the roles held then. A fact of the past, never a credential. */
public record By(String staff, String unit, List<String> roles) {}
