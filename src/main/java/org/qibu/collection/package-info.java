/** Step 1 of 7: issue collection (议题征集). Whoever raises something gets a receipt and, in the end, an answer. */
@NullMarked
package org.qibu.collection;

import org.jspecify.annotations.NullMarked;
