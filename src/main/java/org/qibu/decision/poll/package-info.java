/** Polls for the people who count them, on pages and for programs. */
@NullMarked
package org.qibu.decision.poll;

import org.jspecify.annotations.NullMarked;
