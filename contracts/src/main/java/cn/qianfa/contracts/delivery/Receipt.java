package cn.qianfa.contracts.delivery;

/**
 * What a command answered, kept so that the same command answers the same again.
 *
 * @param key the command's key, unique per principal
 * @param bodyHash of the command as it was sent
 * @param of the id of the aggregate
 * @param version the aggregate's version after the command
 * @param answer what else the answer said, in the service's own words
 */
public record Receipt(String key, String bodyHash, String of, long version, String answer) {}
