/** Who is away, who does their work meanwhile, and what each member of staff settles for themselves. */
@NullMarked
package org.qibu.access.absence;

import org.jspecify.annotations.NullMarked;
