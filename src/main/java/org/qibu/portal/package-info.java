/** Residents' pages, the frame around every page, and what errors look like to people and to programs. */
package org.qibu.portal;
