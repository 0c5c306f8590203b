/** Who is acting, as the gateway tells it to the services and as every service verifies it again. */
@NullMarked
package cn.qianfa.contracts.identity;

import org.jspecify.annotations.NullMarked;
