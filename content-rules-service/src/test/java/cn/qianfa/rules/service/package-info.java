/** The whole service over HTTP, with a real broker and a real store. */
@NullMarked
package cn.qianfa.rules.service;

import org.jspecify.annotations.NullMarked;
