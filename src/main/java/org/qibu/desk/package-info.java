/** What process administrators do about the models in force, in the browser. */
@NullMarked
package org.qibu.desk;

import org.jspecify.annotations.NullMarked;
