package org.qibu.documents.paper;

import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says codes in Chinese, the language of papers. */
@Component
class Codes {

    private final MessageSource texts;

    Codes(MessageSource texts) {
        this.texts = texts;
    }

    /** The label of a code; the code itself where it has none. */
    String say(String code) {
        return texts.getMessage("code." + code, null, code, Locale.CHINESE);
    }
}
