/** What happens when rungs of the ladder fall due: mails, priorities, questions, for many tasks in one transaction. */
@NullMarked
package org.qibu.deadlines.escalation;

import org.jspecify.annotations.NullMarked;
