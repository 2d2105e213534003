/** The notice board for everybody, for staff and for programs. */
@NamedInterface("board")
package org.qibu.notices.board;

import org.springframework.modulith.NamedInterface;
