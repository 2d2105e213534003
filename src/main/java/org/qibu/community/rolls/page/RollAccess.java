package org.qibu.community.rolls.page;

import java.security.Principal;
import org.qibu.community.rolls.RollKind;
import org.qibu.community.rolls.RollPlace;
import org.qibu.engine.identity.Accounts;
import org.qibu.engine.identity.Accounts.Account;
import org.qibu.text.ComparisonKey;
import org.qibu.text.TextCharacters;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Who sees that a roll exists, and who may import and fetch it. */
@Component
class RollAccess {

    private static final String KEEPERS = "residents-committee";

    private final Accounts accounts;

    RollAccess(Accounts accounts) {
        this.accounts = accounts;
    }

    Account account(Principal user) {
        return accounts.find(user.getName()).orElseThrow(RollAccess::nothing);
    }

    static boolean isKeeper(Account account) {
        return account.isIn(KEEPERS);
    }

    /** The place, for somebody who keeps the rolls of its community. */
    RollPlace open(String kind, String community, String zone, String zoneName, Principal user) {
        var account = account(user);
        if (community.isBlank()) {
            throw refusal(HttpStatus.BAD_REQUEST, "请指明社区，例如 community=TX-HB。");
        }
        var meant = account.communities().stream()
                .filter(each -> ComparisonKey.same(each, community))
                .findFirst()
                .orElseThrow(RollAccess::nothing);
        if (!isKeeper(account)) {
            throw refusal(HttpStatus.FORBIDDEN, "只有本社区居委会工作人员可以导入和导出名册。");
        }
        var asked = RollKind.of(kind).orElseThrow(() -> refusal(HttpStatus.NOT_FOUND, "没有这种名册。"));
        if (!asked.isZoned()) {
            return new RollPlace(asked, meant, "", "");
        }
        if (!isZoneCode(zone)) {
            throw refusal(HttpStatus.BAD_REQUEST, "请指明小区代码，由文字、数字和 - _ 组成，例如 zone=hebin。");
        }
        if (zoneName.strip().length() > 100) {
            throw refusal(HttpStatus.BAD_REQUEST, "小区名称最多 100 个字。");
        }
        TextCharacters.fault(zoneName).ifPresent(fault -> {
            throw refusal(HttpStatus.BAD_REQUEST, "小区名称" + fault);
        });
        return new RollPlace(asked, meant, zone.strip(), TextCharacters.shownOnOneLine(zoneName));
    }

    static boolean isZoneCode(String zone) {
        return zone.strip().matches("[\\p{L}\\p{N}_-]{1,40}")
                && TextCharacters.fault(zone).isEmpty();
    }

    private static ResponseStatusException nothing() {
        return refusal(HttpStatus.NOT_FOUND, "没有找到这个社区。");
    }

    private static ResponseStatusException refusal(HttpStatus status, String sentence) {
        return new ResponseStatusException(status, sentence);
    }
}
