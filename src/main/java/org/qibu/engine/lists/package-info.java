/** The task list: its ready-made filters, what they show to whom, and the query that answers them. */
package org.qibu.engine.lists;
