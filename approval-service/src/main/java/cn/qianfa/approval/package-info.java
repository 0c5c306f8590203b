/** Registry, drafts, sign-off, publication and ledger of the official accounts. */
@NullMarked
package cn.qianfa.approval;

import org.jspecify.annotations.NullMarked;
