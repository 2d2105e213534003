/** Who is away, who does their work meanwhile, and what each member of staff settles for themselves. */
package org.qibu.access.absence;
