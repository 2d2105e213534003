/** Step 5 of 7: a plan with a lead unit and days, each action followed on its own, the work accepted by others. */
@NullMarked
package org.qibu.implementation;

import org.jspecify.annotations.NullMarked;
