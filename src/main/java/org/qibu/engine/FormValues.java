package org.qibu.engine;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.qibu.text.ChinaTime;

/** The checked values of a submitted form, by key, in the types a step works with. */
public record FormValues(Map<String, Object> all) {

    /** The text of a field, stripped; empty text where nothing was entered. */
    public String text(String key) {
        var value = all.get(key);
        return value == null ? "" : value.toString().strip();
    }

    /** The text of a field where one was entered. */
    public Optional<String> optionalText(String key) {
        return Optional.of(text(key)).filter(text -> !text.isEmpty());
    }

    /** Whether a box was ticked. */
    public boolean flag(String key) {
        return Boolean.TRUE.equals(all.get(key));
    }

    /** A whole number; 0 where nothing was entered. */
    public long whole(String key) {
        return all.get(key) instanceof Number number ? number.longValue() : 0;
    }

    /** An amount of money in yuan, where one was entered. */
    public Optional<BigDecimal> amount(String key) {
        return Optional.ofNullable(all.get(key)).map(value -> new BigDecimal(value.toString()));
    }

    /** A day, where one was entered. */
    public Optional<LocalDate> day(String key) {
        return optionalText(key).map(text -> LocalDate.parse(text.substring(0, 10)));
    }

    /** A moment, where one was entered; a text without offset is Chinese local time. */
    public Optional<Instant> moment(String key) {
        return optionalText(key).map(FormValues::momentOf);
    }

    /** The rows of a list, each by member name; empty where there are none. */
    @SuppressWarnings("unchecked")
    public List<Map<String, Object>> rows(String key) {
        return all.get(key) instanceof List<?> rows ? (List<Map<String, Object>>) rows : List.of();
    }

    private static Instant momentOf(String text) {
        var zoned = text.endsWith("Z") || text.matches(".*[+-]\\d\\d:?\\d\\d$") && text.length() > 16;
        if (zoned) {
            return OffsetDateTime.parse(text).toInstant();
        }
        var local = text.length() == 10 ? LocalDate.parse(text).atStartOfDay() : LocalDateTime.parse(text);
        return local.atZone(ChinaTime.ZONE).toInstant();
    }
}
