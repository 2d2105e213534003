package org.qibu.mail;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** Who writes our mails, whether they are sent at all (off on a restored copy), and after how long one is given up. */
@ConfigurationProperties("qibu.mail")
public record MailSettings(
        @DefaultValue("qibu@qibu.example") String from,
        @DefaultValue("true") boolean sending,
        @DefaultValue("3d") Duration expiry) {

    public InternetAddress sender() {
        try {
            return new InternetAddress(from, true);
        } catch (AddressException e) {
            throw new IllegalStateException("qibu.mail.from is no mail address: " + from, e);
        }
    }

    /** The host of the sender's address, the right-hand side of our message ids. */
    public String host() {
        var address = sender().getAddress();
        return address.substring(address.indexOf('@') + 1);
    }
}
