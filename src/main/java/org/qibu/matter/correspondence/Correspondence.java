package org.qibu.matter.correspondence;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.qibu.community.Communities;
import org.qibu.community.Organisation;
import org.qibu.community.Persons;
import org.qibu.mail.Attachment;
import org.qibu.mail.Letter;
import org.qibu.mail.MailKind;
import org.qibu.mail.Recipient;
import org.qibu.mail.outbox.Mails;
import org.qibu.matter.Matter;
import org.qibu.matter.MatterMasking;
import org.qibu.matter.Parties;
import org.qibu.privacy.MaskedText;
import org.qibu.text.CodeLabels;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;

/**
 * Writes to those a matter concerns: its proposer, those who raised the same, its participants. Whatever is told is masked,
 * since nobody knows who reads a resident's mail; only how its recipient is addressed is not.
 */
@Service
public class Correspondence {

    private final Mails mails;
    private final Communities communities;
    private final Persons persons;
    private final Parties parties;
    private final Followers followers;
    private final MessageSource texts;
    private final CodeLabels labels;
    private final SiteAddress site;
    private final MatterMasking masking;

    Correspondence(
            Mails mails,
            Communities communities,
            Persons persons,
            Parties parties,
            Followers followers,
            MessageSource texts,
            CodeLabels labels,
            SiteAddress site,
            MatterMasking masking) {
        this.mails = mails;
        this.communities = communities;
        this.persons = persons;
        this.parties = parties;
        this.followers = followers;
        this.texts = texts;
        this.labels = labels;
        this.site = site;
        this.masking = masking;
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
    public void toProposer(Matter matter, MailKind kind, String occasion, MailContent content) {
        toProposer(matter, kind, occasion, content, List.of());
    }

    /** Writes to the proposer and to those who raised the same matter, with files. */
    public void toProposer(Matter matter, MailKind kind, String occasion, MailContent content, List<Attachment> files) {
        send(matter, kind, occasion, proposers(matter), content, Optional.empty(), files);
    }

    /** Writes to every participant that has an address. */
    public void toParticipants(
            Matter matter, MailKind kind, String occasion, MailContent content, Optional<MeetingInvite> invite) {
        send(matter, kind, occasion, participants(matter), content, invite, List.of());
    }

    /** Writes to every participant that has an address, with files. */
    public void toParticipants(
            Matter matter, MailKind kind, String occasion, MailContent content, List<Attachment> files) {
        send(matter, kind, occasion, participants(matter), content, Optional.empty(), files);
    }

    /** Writes to proposer, followers and participants, one mail each. */
    public void toAllConcerned(Matter matter, MailKind kind, String occasion, MailContent content) {
        toAllConcerned(matter, kind, occasion, content, List.of());
    }

    /** Writes to proposer, followers and participants, one mail each, with files. */
    public void toAllConcerned(
            Matter matter, MailKind kind, String occasion, MailContent content, List<Attachment> files) {
        send(matter, kind, occasion, concerned(matter), content, Optional.empty(), files);
    }

    /**
     * Sends proposer, followers and participants a sentence on where the matter stands, each in their own language.
     */
    public void tellAllConcerned(Matter matter, String occasion, String key, Object... args) {
        tellAllConcerned(matter, occasion, List.of(), key, args);
    }

    /** The same, with papers that say more. */
    public void tellAllConcerned(Matter matter, String occasion, List<Attachment> files, String key, Object... args) {
        tell(matter, occasion, concerned(matter), files, key, args);
    }

    /** Sends the proposer a sentence on where the matter stands. {@code key} is a message under {@code status.}. */
    public void tellStatus(Matter matter, String occasion, String key, Object... args) {
        tell(matter, occasion, proposers(matter), List.of(), key, args);
    }

    /** Writes to one person who is not among those concerned; {@code content} may replace the link. */
    public void toPerson(Matter matter, MailKind kind, String occasion, Recipient to, MailContent content) {
        send(matter, kind, occasion, List.of(to), content, Optional.empty(), List.of());
    }

    /** Sends an organisation a sentence on what concerns it, where it has an address. */
    public void tellOrganisation(Matter matter, Organisation unit, String occasion, String key, Object... args) {
        if (Recipient.isUsable(unit.email())) {
            var to = new Recipient(unit.email(), unit.name(), Locale.CHINESE);
            tell(matter, occasion, List.of(to), List.of(), key, args);
        }
    }

    private void tell(
            Matter matter, String occasion, List<Recipient> to, List<Attachment> files, String key, Object... args) {
        var masker = masking.of(matter);
        var title = masking.title(matter, masker);
        to.forEach(each -> {
            var sentence = masker.mask(texts.getMessage("status." + key, args, each.language()));
            var content = MailContent.empty().text("status", sentence);
            send(matter, MailKind.STATUS, occasion, each, title, content, Optional.empty(), files);
        });
    }

    private List<Recipient> concerned(Matter matter) {
        return Stream.concat(proposers(matter).stream(), participants(matter).stream())
                .distinct()
                .toList();
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
            List<Recipient> to,
            MailContent content,
            Optional<MeetingInvite> invite,
            List<Attachment> files) {
        var title = masking.title(matter);
        to.forEach(each -> send(matter, kind, occasion, each, title, content, invite, files));
    }

    private void send(
            Matter matter,
            MailKind kind,
            String occasion,
            Recipient to,
            MaskedText title,
            MailContent content,
            Optional<MeetingInvite> invite,
            List<Attachment> files) {
        var model = new HashMap<String, Object>();
        model.put("matterNo", matter.matterNo());
        model.put("title", title.toString());
        model.put("communityName", communities.get(matter.communityCode()).name());
        model.put("link", site.of("/matters/" + matter.matterNo()));
        model.put("step", labels.step(matter.step(), to.language()));
        model.put("stepNo", matter.step().number());
        model.putAll(content.values());
        mails.send(new Letter(
                kind + ":" + matter.matterNo() + ":" + occasion,
                kind,
                matter.matterNo(),
                matter.communityCode(),
                to,
                model,
                invite.map(MeetingInvite::forMail),
                files));
    }
}
