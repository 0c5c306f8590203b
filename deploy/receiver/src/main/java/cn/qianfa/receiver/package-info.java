/** Takes alerts as webhooks where the officer on duty sits, believes only signed ones, and prints each once. */
@NullMarked
package cn.qianfa.receiver;

import org.jspecify.annotations.NullMarked;
