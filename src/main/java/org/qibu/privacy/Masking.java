package org.qibu.privacy;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Makes maskers: what a community knows is asked for once, however many texts are masked. */
@Component
public class Masking {

    private final KnownNames known;

    Masking(KnownNames known) {
        this.known = known;
    }

    /** A masker for texts of a community; {@code concerned} are further names to hide, null and empty ones are passed over. */
    public Masker of(String communityCode, Collection<String> concerned) {
        return knownOf(communityCode, known.of(List.of(communityCode))).with(concerned);
    }

    /** What is known of some communities, by their codes. */
    public Map<String, Known> each(Collection<String> communityCodes) {
        var found = known.of(communityCodes);
        return communityCodes.stream()
                .distinct()
                .collect(Collectors.toMap(Function.identity(), code -> knownOf(code, found)));
    }

    private static Known knownOf(String code, Map<String, KnownNames.Community> found) {
        return new Known(Objects.requireNonNull(found.get(code)));
    }

    /** What a community knows, ready to make maskers of. */
    public static final class Known {

        private final KnownNames.Community community;

        private Known(KnownNames.Community community) {
            this.community = community;
        }

        /** A masker that hides these names as well. */
        public Masker with(Collection<String> concerned) {
            return new Masker(community.names(), concerned, community.open());
        }
    }

    /**
     * The names in what somebody wrote where a person was to be named, such as 陈小明（3幢） or 业主陈小明先生; of a body or a word
     * such as 施工队 none.
     */
    public static Stream<String> namesIn(String cell) {
        return LikelyNames.named(cell);
    }

    /** A masker where no community is known: numbers and flats go, and these names. */
    public static Masker ofNames(Collection<String> names) {
        return new Masker(new NameIndex(List.of()), names, List.of());
    }
}
