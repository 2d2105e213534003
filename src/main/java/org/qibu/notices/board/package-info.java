/** The notice board for everybody, for staff and for programs. */
@NamedInterface("board")
@NullMarked
package org.qibu.notices.board;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
