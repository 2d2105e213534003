/** Tables that people fetch, written so that no cell is ever worked out as a formula. */
@NamedInterface("writer")
@NullMarked
package org.qibu.sheets.writer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
