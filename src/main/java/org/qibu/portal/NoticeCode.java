package org.qibu.portal;

import org.qibu.documents.QrCodes;
import org.qibu.matter.SiteAddress;
import org.qibu.notices.PublicBoard;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** The address of a notice and the picture a telephone reads it from. */
@Component
class NoticeCode {

    private final SiteAddress site;
    private final QrCodes codes;

    NoticeCode(SiteAddress site, QrCodes codes) {
        this.site = site;
        this.codes = codes;
    }

    /** Where no address is set, the one by which the reader came here. */
    String address(PublicBoard.Sheet sheet) {
        var path = "/notices/" + sheet.notice().id();
        return site.isChosen()
                ? site.of(path)
                : ServletUriComponentsBuilder.fromCurrentContextPath()
                        .path(path)
                        .toUriString();
    }

    /** The address as the source of an image. */
    String picture(PublicBoard.Sheet sheet) {
        return codes.dataUri(address(sheet));
    }
}
