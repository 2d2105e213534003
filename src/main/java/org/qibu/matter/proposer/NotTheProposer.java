package org.qibu.matter.proposer;

import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** Neither the right receipt nor staff of the community; the same words whatever was wrong, HTTP status 403. */
public class NotTheProposer extends ResponseStatusException {

    NotTheProposer() {
        super(HttpStatus.FORBIDDEN, "回执码与事项编号不符，请照回执核对后重新填写；没有回执的，请到社区由工作人员代办。");
    }
}
