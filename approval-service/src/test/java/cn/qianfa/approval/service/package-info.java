/** The whole service over HTTP, with a real broker and a real store. */
@NullMarked
package cn.qianfa.approval.service;

import org.jspecify.annotations.NullMarked;
