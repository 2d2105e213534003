/** What travels through the seven steps: number, state, timeline, people, rows and files of a matter (一事一档). */
package org.qibu.matter;
