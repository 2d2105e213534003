package org.qibu.privacy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Hides what is personal in texts of one community or matter (个人信息保护法 art. 6 and 25): the names it knows, the numbers of
 * flats, telephones, papers and cards, mail addresses. A masked text masked again stays as it is.
 */
public final class Masker {

    private final NameIndex community;
    private final NameIndex concerned;
    private final List<String> open;
    private final boolean unseen;

    /**
     * A masker.
     *
     * @param open what may be read as it is although numbers stand in it, such as the address of the community
     */
    Masker(NameIndex community, Collection<String> concerned, List<String> open) {
        this(community, NameIndex.ofConcerned(concerned), open, false);
    }

    private Masker(NameIndex community, NameIndex concerned, List<String> open, boolean unseen) {
        this.community = community;
        this.concerned = concerned;
        this.open = open;
        this.unseen = unseen;
    }

    /**
     * The same for texts that nobody is shown before they leave: what no list knows but is most likely a name, such as 陈小明 in
     * 昨天陈小明说, is hidden as well.
     */
    public Masker unseen() {
        return new Masker(community, concerned, open, true);
    }

    /** The same for a text that somebody confirmed after being shown what looks like a name in it. */
    public Masker seen() {
        return new Masker(community, concerned, open, false);
    }

    /** The text as it may be read outside the house; no text where there is none. */
    public MaskedText mask(@Nullable CharSequence text) {
        if (text == null || text.isEmpty()) {
            return MaskedText.NONE;
        }
        var said = text.toString();
        return new MaskedText(Span.replace(said, spans(said)));
    }

    /** Somebody who is called by name; what is no person's name, such as that of a body, is masked as any other text. */
    public MaskedText person(@Nullable String name) {
        return name != null && NameIndex.isName(name.strip())
                ? new MaskedText(NameIndex.masked(name.strip()))
                : mask(name);
    }

    /** What {@link #mask} would hide, in the order of the text. */
    public List<Finding> findings(CharSequence text) {
        var said = text.toString();
        return spans(said).stream().map(span -> Finding.in(said, span)).toList();
    }

    /** What looks like a name, a number of a person or a flat in a text that was masked; a person has to look at it. */
    public List<Finding> doubts(MaskedText text) {
        var said = text.toString();
        var found = new ArrayList<>(LikelyNames.in(said));
        found.addAll(LikelyNumbers.in(FoldedText.plainNumbers(said)));
        return Span.apart(outsideOf(open(said), found)).stream()
                .map(span -> Finding.in(said, span))
                .toList();
    }

    /** The text masked, what only looks like a name as well; to be confirmed or changed by a person. */
    public MaskedText suggest(String text) {
        var said = mask(text).toString();
        return new MaskedText(Span.replace(said, outsideOf(open(said), LikelyNames.in(said))));
    }

    private List<Span> spans(String text) {
        var numbers = FoldedText.numbers(text);
        var names = FoldedText.names(text);
        var found = new ArrayList<Span>();
        numbers.stream().filter(FoldedText::mayHoldNumbers).forEach(folded -> {
            found.addAll(PersonalNumbers.in(folded));
            found.addAll(Rooms.in(folded));
        });
        if (numbers.size() > 1) {
            found.addAll(DigitsInWords.in(numbers.get(0)));
        }
        var named = new ArrayList<>(community.in(text, names));
        named.addAll(concerned.in(text, names));
        if (unseen) {
            named.addAll(LikelyNames.surely(text));
        }
        found.addAll(named);
        found.addAll(Rooms.beside(named, text));
        return Span.apart(outsideOf(open(text), found));
    }

    /** Where something stands that may be read as it is. */
    private List<Span> open(String text) {
        var found = new ArrayList<Span>();
        for (var words : open) {
            for (int at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + words.length())) {
                found.add(new Span(at, at + words.length(), words, Finding.Kind.NAME));
            }
        }
        return found;
    }

    private static List<Span> outsideOf(List<Span> open, List<Span> found) {
        return found.stream()
                .filter(span ->
                        open.stream().noneMatch(free -> free.start() <= span.start() && span.end() <= free.end()))
                .toList();
    }

    /** The masked texts one below the other, empty ones left out. */
    public static MaskedText lines(Stream<MaskedText> texts) {
        return new MaskedText(String.join(
                "\n",
                texts.map(MaskedText::toString).filter(text -> !text.isEmpty()).toList()));
    }
}
