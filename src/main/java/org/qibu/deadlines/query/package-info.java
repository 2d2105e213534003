/** The supervision committee's questions about late tasks, and their answers. */
@NullMarked
package org.qibu.deadlines.query;

import org.jspecify.annotations.NullMarked;
