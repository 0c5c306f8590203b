/** The service as it is started, over HTTP, on a real store and broker. */
@NullMarked
package cn.qianfa.monitoring.service;

import org.jspecify.annotations.NullMarked;
