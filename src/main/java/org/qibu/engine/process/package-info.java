/** What other rooms may do with running processes: send messages, start programmes, ask decision tables, work through the forms of a matter. */
@NamedInterface("process")
package org.qibu.engine.process;

import org.springframework.modulith.NamedInterface;
