package org.qibu.documents;

import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.qibu.matter.Matter;

/**
 * How an edition speaks of people: by name, or masked.
 *
 * @param person says somebody who is given by number, or by a name that was typed
 * @param said says a text that somebody wrote
 * @param called says the title of a matter
 */
public record Voice(UnaryOperator<String> person, UnaryOperator<String> said, Function<Matter, String> called) {

    /** Somebody given by number or name; empty text for nobody. */
    public String name(Object numberOrName) {
        var text = numberOrName == null ? "" : numberOrName.toString().strip();
        return text.isEmpty() ? "" : person.apply(text);
    }

    /** What a matter is called. */
    public String title(Matter matter) {
        return called.apply(matter);
    }

    /** What somebody wrote; empty text for nothing. */
    public String text(Object written) {
        var text = written == null ? "" : written.toString().strip();
        return text.isEmpty() ? "" : said.apply(text);
    }
}
