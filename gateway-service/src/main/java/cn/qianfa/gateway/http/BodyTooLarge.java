package cn.qianfa.gateway.http;

import java.io.IOException;

/** The body was longer than is taken. */
public final class BodyTooLarge extends IOException {
    private static final long serialVersionUID = 1L;
}
