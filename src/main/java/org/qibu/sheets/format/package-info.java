/** What a cell shows: numbers, dates and colours by the styles of its file. */
package org.qibu.sheets.format;
