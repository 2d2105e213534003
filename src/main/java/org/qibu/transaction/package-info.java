/** What belongs to one running transaction: reads kept for its length, and rows written together before it commits. */
@NullMarked
package org.qibu.transaction;

import org.jspecify.annotations.NullMarked;
