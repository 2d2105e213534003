/** What members of staff are told about matters: new tasks, and what still waits for somebody to take it. */
package org.qibu.matter.staff;
