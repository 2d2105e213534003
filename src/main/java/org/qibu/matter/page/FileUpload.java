package org.qibu.matter.page;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.qibu.matter.access.StaffAccess;
import org.qibu.matter.file.CheckedFile;
import org.qibu.matter.file.FileRefused;
import org.qibu.matter.file.MatterFile;
import org.qibu.matter.file.MatterFiles;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.multipart.MultipartFile;

/** Takes the files of one upload: all of them or none. */
@Component
public class FileUpload {

    /** What a file may be to a matter. */
    static final List<String> KINDS = List.of("evidence", "photos", "agreementFile", "report", "attachment");

    private static final int MOST_AT_ONCE = 9;

    private final MatterFiles files;
    private final TransactionTemplate transaction;

    FileUpload(MatterFiles files, TransactionTemplate transaction) {
        this.files = files;
        this.transaction = transaction;
    }

    /** Drawing takes its time and comes first; then all are kept together. */
    public List<MatterFile> keep(StaffAccess.View view, String kind, List<MultipartFile> sent) throws IOException {
        var named = sent.stream()
                .filter(file -> !"".equals(file.getOriginalFilename()))
                .toList();
        if (named.isEmpty()) {
            throw new FileRefused("请先选择要上传的文件。");
        }
        if (named.size() > MOST_AT_ONCE) {
            throw new FileRefused("一次最多上传 " + MOST_AT_ONCE + " 个文件。");
        }
        if (!kind.matches("[A-Za-z_-]{1,40}")) {
            throw new FileRefused("没有“" + kind + "”这种文件。");
        }
        var checked = new ArrayList<CheckedFile>();
        for (var file : named) {
            checked.add(files.check(file.getOriginalFilename(), file));
        }
        return transaction.execute(status -> checked.stream()
                .map(file ->
                        files.keep(view.matter(), kind, file, view.account().id()))
                .toList());
    }
}
