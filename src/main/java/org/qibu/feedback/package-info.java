/** Step 6 of 7: what came of a matter is checked, told to everybody concerned and posted, accounts included. */
@NullMarked
package org.qibu.feedback;

import org.jspecify.annotations.NullMarked;
