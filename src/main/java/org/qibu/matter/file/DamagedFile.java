package org.qibu.matter.file;

import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** A stored file is not what was kept: it is handed to nobody. */
public class DamagedFile extends ResponseStatusException {

    /** Answers 409 with the name of the file. */
    public DamagedFile(String name) {
        super(HttpStatus.CONFLICT, "文件“" + name + "”与存入时不一致，可能已经损坏或被改动，不能下载。已在系统健康检查中报告，请联系系统管理员从备份恢复。");
    }
}
