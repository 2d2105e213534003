/** Step 4 of 7: the competent body decides, by confirming consensus or by a counted vote, in whole numbers. */
@NullMarked
package org.qibu.decision;

import org.jspecify.annotations.NullMarked;
