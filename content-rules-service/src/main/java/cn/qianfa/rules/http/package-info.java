/** What all of the service's HTTP has in common: what is sent, problems, the reader's language. */
@NullMarked
package cn.qianfa.rules.http;

import org.jspecify.annotations.NullMarked;
