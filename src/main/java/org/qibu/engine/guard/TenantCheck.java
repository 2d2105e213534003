package org.qibu.engine.guard;

import org.camunda.bpm.engine.AuthorizationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps the engine's tenants that stand for communities: matters, rolls and accounts refer to them for good. */
@Component
class TenantCheck {

    private final JdbcClient database;

    TenantCheck(JdbcClient database) {
        this.database = database;
    }

    /** @throws AuthorizationException where a tenant is a community */
    void mustBeNoCommunity(String tenantId) {
        var isCommunity = database.sql("select exists (select 1 from community where code = ?)")
                .param(tenantId)
                .query(Boolean.class)
                .single();
        if (isCommunity) {
            throw new AuthorizationException("租户 " + tenantId + " 是一个社区，事项、名册和账号都属于它，不能删除。");
        }
    }
}
