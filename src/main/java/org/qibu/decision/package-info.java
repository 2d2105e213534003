/** Step 4 of 7: the body that may decides; by consensus confirmed or by a count of hands, in whole numbers. */
package org.qibu.decision;
