/** The way through the seven steps: what the main process does between them. */
package org.qibu.matter.course;
