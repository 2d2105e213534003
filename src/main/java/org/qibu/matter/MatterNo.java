package org.qibu.matter;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.qibu.text.ComparisonKey;

/**
 * The number of a matter, such as TX-HB-2026-0017: its community, the year and a running number. It is the business key of
 * every process the matter travels through; the rooms below this one, forms and addresses carry it as a text.
 */
public record MatterNo(@JsonValue String value) {

    static MatterNo of(String community, int year, int running) {
        return new MatterNo("%s-%d-%04d".formatted(community, year, running));
    }

    /**
     * What somebody may have meant who typed this, in full width, small letters, with another dash or blanks in place of
     * dashes; the first that is the number of a matter is meant. Empty for null and where nothing stands that shows.
     */
    public static List<MatterNo> meant(String typed) {
        return typed == null
                ? List.of()
                : Stream.of(typed, typed.strip().replaceAll("[\\p{Z}\\s]+", "-"))
                        .map(MatterNo::written)
                        .filter(number -> !number.isEmpty())
                        .distinct()
                        .map(MatterNo::new)
                        .toList();
    }

    private static String written(String typed) {
        return ComparisonKey.of(typed).value().toUpperCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+$", "");
    }

    @Override
    public String toString() {
        return value;
    }
}
