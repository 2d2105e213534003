package org.qibu.matter.page.api;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.List;
import java.util.UUID;
import org.qibu.matter.access.NothingThere;
import org.qibu.matter.access.StaffAccess;
import org.qibu.matter.file.MatterFile;
import org.qibu.matter.file.MatterFiles;
import org.qibu.matter.file.TextCharset;
import org.qibu.matter.page.FileUpload;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartHttpServletRequest;

/** The files of a matter: handed in and fetched by the staff of its community. */
@RestController
@RequestMapping("/api/matters/{matterNo}/files")
class FilesApi {

    private final StaffAccess staffAccess;
    private final FileUpload desk;
    private final MatterFiles files;

    FilesApi(StaffAccess staffAccess, FileUpload desk, MatterFiles files) {
        this.staffAccess = staffAccess;
        this.desk = desk;
        this.files = files;
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    List<MatterFile> add(
            @PathVariable String matterNo,
            @RequestParam(defaultValue = "attachment") String kind,
            MultipartHttpServletRequest upload,
            Principal user)
            throws IOException {
        var sent =
                upload.getMultiFileMap().values().stream().flatMap(List::stream).toList();
        return desk.keep(staffAccess.open(matterNo, user), kind, sent);
    }

    @GetMapping
    List<MatterFile> list(@PathVariable String matterNo, Principal user) {
        return files.of(staffAccess.open(matterNo, user).matter().matterNo());
    }

    @GetMapping("/{id}")
    ResponseEntity<byte[]> file(@PathVariable String matterNo, @PathVariable UUID id, Principal user) {
        var file = find(matterNo, id, user);
        return answer(file, files.content(matterNo, file));
    }

    /** The small version of a picture, for lists. */
    @GetMapping("/{id}/preview")
    ResponseEntity<byte[]> preview(@PathVariable String matterNo, @PathVariable UUID id, Principal user) {
        var file = find(matterNo, id, user);
        if (!file.isPicture()) {
            throw new NothingThere("这个文件没有预览。");
        }
        return answer(file, files.preview(matterNo, file));
    }

    private MatterFile find(String matterNo, UUID id, Principal user) {
        staffAccess.open(matterNo, user);
        return files.find(matterNo, id).orElseThrow(() -> new NothingThere("没有找到这个文件。"));
    }

    private static ResponseEntity<byte[]> answer(MatterFile file, byte[] content) {
        var shown = file.isPicture() ? ContentDisposition.inline() : ContentDisposition.attachment();
        return ResponseEntity.ok()
                .contentType(TextCharset.typeOf(file.contentType(), content))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        shown.filename(file.name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .cacheControl(CacheControl.noStore())
                .body(content);
    }
}
