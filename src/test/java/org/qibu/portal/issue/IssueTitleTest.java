package org.qibu.portal.issue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class IssueTitleTest {

    @Test
    void isTheFirstSentence() {
        assertThat(IssueTitle.of(" 南门路灯坏了。晚上看不清。")).isEqualTo("南门路灯坏了");
        assertThat(IssueTitle.of("南门路灯坏了\n晚上看不清")).isEqualTo("南门路灯坏了");
        assertThat(IssueTitle.of("路灯坏了")).isEqualTo("路灯坏了");
        assertThat(IssueTitle.of("")).isEmpty();
    }

    @Test
    void isCutWhereItIsLongAndNeverWithinASign() {
        var title = IssueTitle.of("𠮷".repeat(60));
        assertThat(title.codePointCount(0, title.length())).isEqualTo(40);
        assertThat(title).endsWith("𠮷…");
    }
}
