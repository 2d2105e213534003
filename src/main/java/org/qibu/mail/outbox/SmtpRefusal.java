package org.qibu.mail.outbox;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.qibu.mail.outbox.Delivery.Result;
import org.springframework.mail.MailException;
import org.springframework.mail.MailPreparationException;
import org.springframework.mail.MailSendException;

/** Reads out of a failed attempt whether the address, this mail or the whole server is the trouble. */
final class SmtpRefusal {

    /** Codes of the 500s that speak of our login or a full box, not of a dead address. */
    private static final Set<Integer> NOT_THE_ADDRESS = Set.of(530, 534, 535, 538, 552);

    private static final int CLOSING = 421;

    private SmtpRefusal() {}

    /** What cannot even be put together, whatever the cause, says nothing of the server. */
    static Delivery of(MailException failure) {
        var causes = causes(failure);
        var reason = causes.get(causes.size() - 1);
        var result = failure instanceof MailPreparationException ? Result.LATER : result(causes);
        return new Delivery(result, reason.getClass().getSimpleName() + ": " + reason.getMessage());
    }

    private static Result result(List<Throwable> causes) {
        if (causes.stream().anyMatch(SmtpRefusal::refusesAddress)) {
            return Result.REFUSED;
        }
        return causes.stream().anyMatch(SmtpRefusal::refusesEverything) ? Result.SERVER_DOWN : Result.LATER;
    }

    private static boolean refusesAddress(Throwable cause) {
        return cause instanceof SMTPAddressFailedException address
                && address.getReturnCode() / 100 == 5
                && !NOT_THE_ADDRESS.contains(address.getReturnCode());
    }

    private static boolean refusesEverything(Throwable cause) {
        return cause instanceof IOException
                || cause instanceof AuthenticationFailedException
                || cause instanceof SMTPSendFailedException send && send.getReturnCode() == CLOSING;
    }

    private static List<Throwable> causes(Throwable failure) {
        var found = new ArrayList<Throwable>();
        collect(failure, found);
        return found;
    }

    private static void collect(Throwable failure, List<Throwable> found) {
        if (failure == null || found.contains(failure)) {
            return;
        }
        found.add(failure);
        collect(failure.getCause(), found);
        if (failure instanceof MessagingException messaging) {
            collect(messaging.getNextException(), found);
        }
        if (failure instanceof MailSendException send) {
            for (var each : Objects.requireNonNullElse(send.getMessageExceptions(), new Exception[0])) {
                collect(each, found);
            }
        }
    }
}
