package org.qibu.mail;

import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Builds the links in a mail; they lead to our own pages only. */
@Component
public class MailLinks {

    private static final Logger log = LoggerFactory.getLogger(MailLinks.class);

    private final String base;
    private final String pathBase;

    public MailLinks(@Value("${qibu.base-url:}") String base, @Value("${server.port:8080}") int port) {
        this.base = base.strip().replaceAll("/+$", "");
        this.pathBase = this.base.isEmpty() ? "http://localhost:" + port : this.base;
    }

    /** The whole address of one of our pages: a path is put behind our base, a foreign host is left out. */
    public Optional<String> own(String link) {
        if (link.matches("/(?!/)\\S*")) {
            return Optional.of(pathBase + link);
        }
        if (link.matches("https?://\\S+") && (base.isEmpty() || (link + "/").startsWith(base + "/"))) {
            return Optional.of(link);
        }
        log.warn("A mail goes without its link, which does not lead to {}: {}", pathBase, PlainText.line(link, 100));
        return Optional.empty();
    }
}
