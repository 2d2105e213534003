/** The supervision committee's questions about late tasks, and their answers. */
package org.qibu.deadlines.query;
