/** Tables that people fetch, written so that no cell is ever worked out as a formula. */
@NamedInterface("writer")
package org.qibu.sheets.writer;

import org.springframework.modulith.NamedInterface;
