/** Finding headings and rows among the cells of a table. */
package org.qibu.sheets.table;
