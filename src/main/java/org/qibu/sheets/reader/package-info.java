/** Reading a table in any of the formats people send. */
@NamedInterface("reader")
package org.qibu.sheets.reader;

import org.springframework.modulith.NamedInterface;
