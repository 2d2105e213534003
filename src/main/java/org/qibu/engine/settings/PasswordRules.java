package org.qibu.engine.settings;

import java.util.List;
import org.camunda.bpm.engine.identity.PasswordPolicy;
import org.camunda.bpm.engine.identity.PasswordPolicyRule;
import org.camunda.bpm.engine.impl.identity.PasswordPolicyLengthRuleImpl;
import org.camunda.bpm.engine.impl.identity.PasswordPolicyUserDataRuleImpl;

/**
 * What a password must be that somebody chooses over the web: long enough, and nothing that stands in the account itself. No
 * rules about kinds of signs, which lead to passwords that are written down. The web apps show these rules beside the field.
 */
class PasswordRules implements PasswordPolicy {

    /** In characters. */
    private static final int SHORTEST = 8;

    @Override
    public List<PasswordPolicyRule> getRules() {
        return List.of(new PasswordPolicyLengthRuleImpl(SHORTEST), new PasswordPolicyUserDataRuleImpl());
    }
}
