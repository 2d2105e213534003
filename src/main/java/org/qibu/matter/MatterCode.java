package org.qibu.matter;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import java.util.stream.Stream;
import org.qibu.text.WrittenCode;

/**
 * A code of a matter as its process or its row says it. Tables and forms are changed by administrators, so that it may be
 * one the product does not know: that is shown as it is written and counts as none of ours.
 *
 * @param code as it is written, never empty
 */
public record MatterCode<E extends Enum<E>>(
        Class<E> kind, @JsonValue String code) implements WrittenCode {

    /** One of ours. */
    public static <E extends Enum<E>> MatterCode<E> of(E known) {
        return new MatterCode<>(known.getDeclaringClass(), known.name());
    }

    /** One that was read; null where nothing was. */
    public static <E extends Enum<E>> MatterCode<E> of(Class<E> kind, String code) {
        return code == null || code.isEmpty() ? null : new MatterCode<>(kind, code);
    }

    /** Which of ours it is; empty for any other. */
    public Optional<E> known() {
        return Stream.of(kind.getEnumConstants())
                .filter(each -> each.name().equals(code))
                .findFirst();
    }

    /** Whether it is this one of ours. */
    public boolean is(E known) {
        return known.name().equals(code);
    }

    @Override
    public String toString() {
        return code;
    }
}
