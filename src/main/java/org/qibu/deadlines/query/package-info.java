/** The supervision committee's questions about late tasks, and their answers (15 days). */
package org.qibu.deadlines.query;
