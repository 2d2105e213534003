package org.qibu.portal.notice;

import org.qibu.documents.render.QrCodes;
import org.qibu.matter.correspondence.SiteAddress;
import org.qibu.notices.board.PublicBoard;
import org.springframework.stereotype.Component;

/** The address of a notice and the picture a telephone reads it from. */
@Component
class NoticeCode {

    private final SiteAddress site;
    private final QrCodes codes;

    NoticeCode(SiteAddress site, QrCodes codes) {
        this.site = site;
        this.codes = codes;
    }

    /** Never by the host a request names, which its sender chooses. */
    String address(PublicBoard.Sheet sheet) {
        return site.of("/notices/" + sheet.notice().id());
    }

    /** The address as the source of an image. */
    String picture(PublicBoard.Sheet sheet) {
        return codes.dataUri(address(sheet));
    }
}
