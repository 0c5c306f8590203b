package cn.qianfa.approval.publication;

import cn.qianfa.contracts.event.By;
import java.time.Instant;

/**
 * A person's decision where nobody knew whether a post stands there.
 *
 * @param found whether it does
 * @param evidence what the decision rests on
 */
public record Resolution(By by, boolean found, String evidence, Instant at) {}
