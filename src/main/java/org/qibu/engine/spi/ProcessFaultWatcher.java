package org.qibu.engine.spi;

import org.qibu.engine.ProcessFault;

/** Is told of each process that cannot go on, once, so that somebody hears of it. */
public interface ProcessFaultWatcher {

    /** A process cannot go on. In a transaction of its own. */
    void raised(ProcessFault fault);
}
