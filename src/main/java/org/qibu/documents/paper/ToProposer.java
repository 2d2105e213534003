package org.qibu.documents.paper;

import org.qibu.community.Community;
import org.qibu.documents.Voice;
import org.qibu.matter.Matter;

/** What letters to the proposer have in common. */
final class ToProposer {

    private static final String RESIDENT = "尊敬的居民";

    private ToProposer() {}

    /** How the letter begins; nobody likes to be written to under half a name. */
    static PaperDraft draft(String title, Facts facts, Voice voice) {
        var name = facts.matter().proposerName();
        return new PaperDraft(title)
                .to(name == null || !voice.name(name).equals(name.strip()) ? RESIDENT : addressee(name));
    }

    private static String addressee(String name) {
        return name.isBlank() || name.equals("居民") ? RESIDENT : name.strip();
    }

    /** Which matter it is about, as a part of a sentence. */
    static String matter(Matter matter, Voice voice) {
        return "“%s”（事项编号%s）".formatted(voice.title(matter), matter.matterNo());
    }

    /** How to reach the community. */
    static String contact(Community community) {
        var text = new StringBuilder(community.name()).append("居民委员会");
        if (!community.phone().isBlank()) {
            text.append("，电话：").append(community.phone());
        }
        if (!community.address().isBlank()) {
            text.append("，地址：").append(community.address());
        }
        return text.append("。").toString();
    }
}
