package cn.qianfa.approval;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What the registry begins with.
 *
 * @param district {@code QIANFA_DISTRICT_NAME}: the district office's name
 * @param admin {@code QIANFA_ADMIN_NAME}: what the first administrator is called
 */
@ConfigurationProperties("qianfa.registry")
record RegistrySettings(String district, String admin) {}
