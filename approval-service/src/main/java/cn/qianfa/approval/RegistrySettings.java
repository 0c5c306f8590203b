package cn.qianfa.approval;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the registry begins with.
 *
 * @param district {@code QIANFA_REGISTRY_DISTRICT}: the district office's name
 * @param admin {@code QIANFA_REGISTRY_ADMIN}: what the first administrator is called
 */
@ConfigurationProperties("qianfa.registry")
record RegistrySettings(
        @DefaultValue("区政府办公室") String district,
        @DefaultValue("系统管理员") String admin) {}
