package org.qibu.text;

/** Text as it may stand in the Markdown of a form. */
public final class Markdown {

    private Markdown() {}

    /** The viewer drops text within tags and reads Markdown; signs that would do so are shown, not obeyed. */
    public static String plain(CharSequence text) {
        return text.toString()
                .replace("<", "＜")
                .replace(">", "＞")
                .replace("{{", "{ {")
                .replaceAll("([\\\\`*_\\[\\]#|~])", "\\\\$1");
    }
}
