/** What every use case answers: a decision is a value, and so is a refusal. */
@NullMarked
package cn.qianfa.approval.decision;

import org.jspecify.annotations.NullMarked;
