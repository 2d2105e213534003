package org.qibu.engine.identity;

import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** Asks the engine as the system itself, where the answer decides what the person may do. */
@Component
public class AsSystem {

    private final SingletonSupplier<ProcessEngine> engine;

    AsSystem(ObjectProvider<ProcessEngine> engine) {
        this.engine = SingletonSupplier.of(engine::getObject);
    }

    /** Runs without the rights and the community of whoever is logged in, and puts them back. */
    public <T> T call(Supplier<T> question) {
        var identity = engine.obtain().getIdentityService();
        var before = identity.getCurrentAuthentication();
        identity.clearAuthentication();
        try {
            return SystemWork.call(question);
        } finally {
            restore(identity, before);
        }
    }

    private static void restore(IdentityService identity, Authentication before) {
        if (before == null) {
            identity.clearAuthentication();
        } else {
            identity.setAuthentication(before.getUserId(), before.getGroupIds(), before.getTenantIds());
        }
    }
}
