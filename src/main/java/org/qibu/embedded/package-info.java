/** The two services a fresh clone brings along: its own PostgreSQL and its own SMTP inbox. Both step aside for real ones. */
package org.qibu.embedded;
