package cn.qianfa.approval.decision;

import cn.qianfa.contracts.delivery.Cause;
import cn.qianfa.contracts.identity.Actor;
import java.util.function.Supplier;

/**
 * What a person asks for. Command and content are read late, because who may ask is decided before what was asked is
 * looked at: a stranger learns nothing from the order of refusals.
 *
 * @param by who asks
 * @param command the command's key and hash; reading it throws where it came without a key
 * @param what the content; reading it throws where it is not what it should be
 */
public record Asked<T>(Actor by, Supplier<Cause.Command> command, Supplier<T> what) {}
