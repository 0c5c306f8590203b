/** Real and forged tokens against a small service, over HTTP. */
@NullMarked
package cn.qianfa.contracts.identity;

import org.jspecify.annotations.NullMarked;
