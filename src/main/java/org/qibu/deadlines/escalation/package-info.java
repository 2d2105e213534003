/** What happens when rungs of the ladder fall due: mails, priorities, questions, for many tasks in one transaction. */
package org.qibu.deadlines.escalation;
