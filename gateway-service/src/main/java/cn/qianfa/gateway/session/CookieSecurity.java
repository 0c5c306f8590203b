package cn.qianfa.gateway.session;

/** @param secure whether browsers come by TLS alone; then cookies are kept to it and browsers told never to leave it */
public record CookieSecurity(boolean secure) {}
