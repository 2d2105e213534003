/** XLSX files: their parts, sheets, shared texts and conditional formats. */
package org.qibu.sheets.xlsx;
