/** What the engine asks of the rooms above it: interfaces that other rooms implement, so that no arrow leads up. */
@NamedInterface("spi")
package org.qibu.engine.spi;

import org.springframework.modulith.NamedInterface;
