/** Step 7 of 7: survey, return visit, evaluation; then the file of the matter is complete or the matter goes back. */
@NullMarked
package org.qibu.review;

import org.jspecify.annotations.NullMarked;
