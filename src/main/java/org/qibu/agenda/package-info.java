/** Step 2 of 7: agenda setting (议题确定). An accepted issue becomes a topic with parties, place, time and a deciding body. */
@NullMarked
package org.qibu.agenda;

import org.jspecify.annotations.NullMarked;
