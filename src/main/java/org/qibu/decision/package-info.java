/** Step 4 of 7: the competent body decides, by confirming consensus or by a counted vote, in whole numbers. */
package org.qibu.decision;
