package org.qibu.matter.page.api;

import java.security.Principal;
import java.util.List;
import java.util.Map;
import org.qibu.matter.access.StaffAccess;
import org.qibu.matter.page.RowEntry;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The rows a waiting task asks for, for the editor and for programs. */
@RestController
@RequestMapping("/api/matters/{matterNo}/rows/{field}")
class RowsApi {

    private final StaffAccess staffAccess;
    private final RowEntry desk;

    RowsApi(StaffAccess staffAccess, RowEntry desk) {
        this.staffAccess = staffAccess;
        this.desk = desk;
    }

    /** How many rows were kept. */
    record Kept(String field, int rows) {}

    @GetMapping
    List<Map<String, Object>> rows(@PathVariable String matterNo, @PathVariable String field, Principal user) {
        return desk.rows(staffAccess.open(matterNo, user), field);
    }

    @PutMapping
    Kept save(
            @PathVariable String matterNo, @PathVariable String field, @RequestBody List<Object> rows, Principal user) {
        return new Kept(field, desk.save(staffAccess.open(matterNo, user), field, rows));
    }
}
