package org.qibu.matter.pass;

import java.util.List;

/** A choice in a form that sends a matter round again, counted over the submitted forms of the matter. */
public record LimitedChoice(String form, String field, String value, PassLimit limit) {

    /** Returns the limited choices of a form. */
    public interface Source {

        /** The choices, each once. */
        List<LimitedChoice> limitedChoices();
    }
}
