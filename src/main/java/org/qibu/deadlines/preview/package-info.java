/** Whom a changed table would write to, shown before it is deployed. */
package org.qibu.deadlines.preview;
