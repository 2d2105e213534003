/** Whom a changed table would write to, shown before it is deployed. */
@NullMarked
package org.qibu.deadlines.preview;

import org.jspecify.annotations.NullMarked;
