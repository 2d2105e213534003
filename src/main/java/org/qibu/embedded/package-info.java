/** The two services a fresh clone brings along: its own PostgreSQL and its own SMTP inbox. Both step aside for real ones. */
@NullMarked
package org.qibu.embedded;

import org.jspecify.annotations.NullMarked;
