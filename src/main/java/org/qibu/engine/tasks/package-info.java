/** Questions about open tasks, and changes of many at once. */
@NamedInterface("tasks")
package org.qibu.engine.tasks;

import org.springframework.modulith.NamedInterface;
