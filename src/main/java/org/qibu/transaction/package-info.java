/** What belongs to one running transaction: what was read in it already. */
@NullMarked
package org.qibu.transaction;

import org.jspecify.annotations.NullMarked;
