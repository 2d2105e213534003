package org.qibu.voting.rules;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.qibu.calendar.Calendars;
import org.qibu.engine.identity.Accounts;
import org.qibu.engine.identity.Accounts.Account;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The rules as the page shows them: in words, with what held before and what will hold. */
@Component
class RuleSheets {

    private final RuleBook book;
    private final RuleInWords words;
    private final Accounts accounts;
    private final MessageSource texts;

    RuleSheets(RuleBook book, RuleInWords words, Accounts accounts, MessageSource texts) {
        this.book = book;
        this.words = words;
        this.accounts = accounts;
        this.texts = texts;
    }

    /** One version of a rule. */
    record Version(
            String kind,
            String id,
            String name,
            String words,
            String source,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            boolean shipped,
            boolean confirmed,
            String confirmedBy,
            @Nullable LocalDateTime confirmedAt,
            String changedBy,
            @Nullable LocalDateTime changedAt) {}

    /** A rule: the version of today, null where none holds; those that will hold; those that held. */
    record Sheet(
            String kind, String id, String name, @Nullable Version now, List<Version> later, List<Version> before) {}

    List<Sheet> of(RuleKind kind, Locale language) {
        var byId = book.all(kind).stream()
                .collect(Collectors.groupingBy(RuleVersion::id, LinkedHashMap::new, Collectors.toList()));
        var sheets = new ArrayList<Sheet>();
        byId.forEach((id, versions) -> sheets.add(sheet(kind, id, versions, language)));
        return sheets;
    }

    Version of(RuleVersion version, Locale language) {
        return new Version(
                version.kind().word(),
                version.id(),
                name(version, language),
                version.body() == null
                        ? words.inWords(version.id(), version.limit(), language)
                        : words.inWords(version.body(), language),
                version.source(),
                version.validFrom(),
                version.validTo(),
                version.changedBy() == null,
                version.confirmed(),
                nameOf(version.confirmedBy()),
                local(version.confirmedAt()),
                nameOf(version.changedBy()),
                local(version.changedAt()));
    }

    private Sheet sheet(RuleKind kind, String id, List<RuleVersion> versions, Locale language) {
        var today = book.today();
        var now = versions.stream().filter(version -> version.holdsOn(today)).findFirst();
        var later = versions.stream()
                .filter(version -> version.validFrom().isAfter(today))
                .map(version -> of(version, language))
                .toList();
        var before = versions.stream()
                .filter(version ->
                        version.validTo() != null && version.validTo().isBefore(today))
                .map(version -> of(version, language))
                .toList();
        return new Sheet(
                kind.word(),
                id,
                name(versions.get(0), language),
                now.map(version -> of(version, language)).orElse(null),
                later,
                before);
    }

    private String name(RuleVersion version, Locale language) {
        var kept = version.body() == null ? version.id() : version.body().name();
        return texts.getMessage("rule.name." + version.id(), null, kept, language);
    }

    private String nameOf(@Nullable String account) {
        return account == null ? "" : accounts.find(account).map(Account::name).orElse(account);
    }

    private static @Nullable LocalDateTime local(@Nullable Instant moment) {
        return moment == null ? null : LocalDateTime.ofInstant(moment, Calendars.CHINA);
    }
}
