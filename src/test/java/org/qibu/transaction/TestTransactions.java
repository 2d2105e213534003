package org.qibu.transaction;

import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.AbstractPlatformTransactionManager;
import org.springframework.transaction.support.DefaultTransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/** Transactions of nothing: only what Spring does around them happens. */
final class TestTransactions extends AbstractPlatformTransactionManager {

    private boolean isOpen;

    /** In a transaction that commits; what runs meanwhile waits. */
    void commit(Runnable work) {
        template().executeWithoutResult(status -> work.run());
    }

    /** In a transaction that does not commit. */
    void rollBack(Runnable work) {
        template().executeWithoutResult(status -> {
            work.run();
            status.setRollbackOnly();
        });
    }

    private TransactionTemplate template() {
        var template = new TransactionTemplate(this);
        template.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        return template;
    }

    @Override
    protected Object doGetTransaction() {
        return this;
    }

    @Override
    protected boolean isExistingTransaction(Object transaction) {
        return isOpen;
    }

    @Override
    protected void doBegin(Object transaction, TransactionDefinition definition) {
        isOpen = true;
    }

    @Override
    protected Object doSuspend(Object transaction) {
        isOpen = false;
        return true;
    }

    @Override
    protected void doResume(Object transaction, Object suspended) {
        isOpen = true;
    }

    @Override
    protected void doCommit(DefaultTransactionStatus status) {}

    @Override
    protected void doRollback(DefaultTransactionStatus status) {}

    @Override
    protected void doCleanupAfterCompletion(Object transaction) {
        isOpen = false;
    }
}
