/** Reading the XML of the parts of an XLSX file. */
@NullMarked
package org.qibu.sheets.xml;

import org.jspecify.annotations.NullMarked;
