package org.qibu.matter;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.qibu.community.Communities;
import org.qibu.community.Organisation;
import org.qibu.community.Persons;
import org.qibu.mail.Attachment;
import org.qibu.mail.Invite;
import org.qibu.mail.Letter;
import org.qibu.mail.MailKind;
import org.qibu.mail.Mails;
import org.qibu.mail.Recipient;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;

/** Writes to those a matter concerns: its proposer, those who raised the same, its participants. */
@Service
public class Correspondence {

    private final Mails mails;
    private final Communities communities;
    private final Persons persons;
    private final Parties parties;
    private final Followers followers;
    private final MessageSource texts;
    private final SiteAddress site;

    Correspondence(
            Mails mails,
            Communities communities,
            Persons persons,
            Parties parties,
            Followers followers,
            MessageSource texts,
            SiteAddress site) {
        this.mails = mails;
        this.communities = communities;
        this.persons = persons;
        this.parties = parties;
        this.followers = followers;
        this.texts = texts;
        this.site = site;
    }

    /** Whether the proposer can be reached by mail. */
    public boolean isProposerReachable(Matter matter) {
        return Recipient.isUsable(matter.proposerEmail());
    }

    /**
     * Writes to the proposer and to those who raised the same matter.
     *
     * @param occasion makes the mail one of its kind: the same occasion is never written about twice
     */
    public void toProposer(Matter matter, MailKind kind, String occasion, Map<String, Object> content) {
        toProposer(matter, kind, occasion, content, List.of());
    }

    /** Writes to the proposer and to those who raised the same matter, with files. */
    public void toProposer(
            Matter matter, MailKind kind, String occasion, Map<String, Object> content, List<Attachment> files) {
        proposers(matter).forEach(to -> send(matter, kind, occasion, to, content, Optional.empty(), files));
    }

    /** Writes to every participant that has an address. */
    public void toParticipants(
            Matter matter, MailKind kind, String occasion, Map<String, Object> content, Optional<Invite> invite) {
        participants(matter).forEach(to -> send(matter, kind, occasion, to, content, invite, List.of()));
    }

    /** Writes to every participant that has an address, with files. */
    public void toParticipants(
            Matter matter, MailKind kind, String occasion, Map<String, Object> content, List<Attachment> files) {
        participants(matter).forEach(to -> send(matter, kind, occasion, to, content, Optional.empty(), files));
    }

    /** Writes to proposer, followers and participants, one mail each. */
    public void toAllConcerned(Matter matter, MailKind kind, String occasion, Map<String, Object> content) {
        toAllConcerned(matter, kind, occasion, content, List.of());
    }

    /** Writes to proposer, followers and participants, one mail each, with files. */
    public void toAllConcerned(
            Matter matter, MailKind kind, String occasion, Map<String, Object> content, List<Attachment> files) {
        Stream.concat(proposers(matter).stream(), participants(matter).stream())
                .distinct()
                .forEach(to -> send(matter, kind, occasion, to, content, Optional.empty(), files));
    }

    /** Tells proposer, followers and participants in a sentence where the matter stands, each in their own language. */
    public void tellAllConcerned(Matter matter, String occasion, String key, Object... args) {
        tellAllConcerned(matter, occasion, List.of(), key, args);
    }

    /** The same, with papers that say more. */
    public void tellAllConcerned(Matter matter, String occasion, List<Attachment> files, String key, Object... args) {
        Stream.concat(proposers(matter).stream(), participants(matter).stream())
                .distinct()
                .forEach(to -> tell(matter, occasion, to, files, key, args));
    }

    /** Tells the proposer in a sentence where the matter stands. {@code key} is a message under {@code status.}. */
    public void tellStatus(Matter matter, String occasion, String key, Object... args) {
        proposers(matter).forEach(to -> tell(matter, occasion, to, key, args));
    }

    /** Writes to one person who is not among those concerned; {@code content} may replace the title and the link. */
    public void toPerson(Matter matter, MailKind kind, String occasion, Recipient to, Map<String, Object> content) {
        send(matter, kind, occasion, to, content, Optional.empty(), List.of());
    }

    /** Tells an organisation in a sentence what concerns it, where it has an address. */
    public void tellOrganisation(Matter matter, Organisation unit, String occasion, String key, Object... args) {
        if (Recipient.isUsable(unit.email())) {
            tell(matter, occasion, new Recipient(unit.email(), unit.name(), Locale.CHINESE), key, args);
        }
    }

    private void tell(Matter matter, String occasion, Recipient to, String key, Object... args) {
        tell(matter, occasion, to, List.of(), key, args);
    }

    private void tell(
            Matter matter, String occasion, Recipient to, List<Attachment> files, String key, Object... args) {
        var sentence = texts.getMessage("status." + key, args, to.language());
        send(matter, MailKind.STATUS, occasion, to, Map.of("status", sentence), Optional.empty(), files);
    }

    private List<Recipient> proposers(Matter matter) {
        var own = Stream.of(new Contact(matter.proposerEmail(), matter.proposerName()));
        var others = followers.of(matter.matterNo()).stream()
                .map(follower -> new Contact(follower.email(), follower.name()));
        return Stream.concat(own, others)
                .filter(contact -> Recipient.isUsable(contact.address()))
                .map(contact -> new Recipient(contact.address(), contact.name(), Locale.CHINESE))
                .distinct()
                .toList();
    }

    private record Contact(String address, String name) {}

    private List<Recipient> participants(Matter matter) {
        var numbers = parties.of(matter.matterNo()).stream()
                .map(Parties.Participant::personNo)
                .toList();
        return persons.of(matter.communityCode(), numbers).stream()
                .filter(person -> Recipient.isUsable(person.email()))
                .map(person -> new Recipient(person.email(), person.name(), person.locale()))
                .distinct()
                .toList();
    }

    private void send(
            Matter matter,
            MailKind kind,
            String occasion,
            Recipient to,
            Map<String, Object> content,
            Optional<Invite> invite,
            List<Attachment> files) {
        var model = new HashMap<String, Object>();
        model.put("matterNo", matter.matterNo());
        model.put("title", matter.title());
        model.put("communityName", communities.get(matter.communityCode()).name());
        model.put("link", site.of("/matters/" + matter.matterNo()));
        model.put(
                "step",
                texts.getMessage("step." + matter.step(), null, matter.step().name(), to.language()));
        model.put("stepNo", matter.step().number());
        model.putAll(content);
        model.values().removeIf(Objects::isNull);
        mails.send(new Letter(
                kind + ":" + matter.matterNo() + ":" + occasion,
                kind,
                matter.matterNo(),
                matter.communityCode(),
                to,
                model,
                invite,
                files));
    }
}
