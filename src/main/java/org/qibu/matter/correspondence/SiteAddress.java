package org.qibu.matter.correspondence;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Builds the addresses of our pages as they are reached from outside, for mails, papers and QR codes. */
@Component
public class SiteAddress {

    private final String base;
    private final boolean chosen;

    SiteAddress(@Value("${qibu.base-url:}") String base, @Value("${server.port:8080}") int port) {
        this.chosen = !base.isBlank();
        this.base = chosen ? base.strip().replaceFirst("/+$", "") : "http://localhost:" + port;
    }

    /** Whether the setting {@code qibu.base-url} names an address; otherwise only this machine is reached. */
    public boolean isChosen() {
        return chosen;
    }

    /** The whole address of a page of ours; the path begins with a slash. */
    public String of(String path) {
        return base + path;
    }
}
