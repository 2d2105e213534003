/** Reading a table in any of the formats people send. */
@NamedInterface("reader")
@NullMarked
package org.qibu.sheets.reader;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
