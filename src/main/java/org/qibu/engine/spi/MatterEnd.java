package org.qibu.engine.spi;

/** Is told when the process of a matter is over, so that no matter stays open with nothing left that could be done for it. */
public interface MatterEnd {

    /**
     * The process with which a matter began came to its end by itself.
     *
     * @param matterNo of the matter, whatever became of it
     * @param processInstanceId of that process
     */
    void ended(String matterNo, String processInstanceId);
}
