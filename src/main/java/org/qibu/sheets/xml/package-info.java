/** Reading the XML of the parts of an XLSX file. */
package org.qibu.sheets.xml;
