package org.qibu.matter.page;

import java.security.Principal;
import java.util.List;
import java.util.Map;
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

    private final Staff staff;
    private final RowDesk desk;

    RowsApi(Staff staff, RowDesk desk) {
        this.staff = staff;
        this.desk = desk;
    }

    /** How many rows were kept. */
    record Kept(String field, int rows) {}

    @GetMapping
    List<Map<String, Object>> rows(@PathVariable String matterNo, @PathVariable String field, Principal user) {
        return desk.rows(staff.open(matterNo, user), field);
    }

    @PutMapping
    Kept save(
            @PathVariable String matterNo, @PathVariable String field, @RequestBody List<Object> rows, Principal user) {
        return new Kept(field, desk.save(staff.open(matterNo, user), field, rows));
    }
}
