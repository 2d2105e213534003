package org.qibu.matter.page.api;

import java.security.Principal;
import java.util.Map;
import org.qibu.matter.page.PublicTitleEditor;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The public title of a matter for programs of its staff: 200 with the title and what in it
 * looks personal, 403 for others, 422 naming the field. */
@RestController
class PublicTitleApi {

    private final PublicTitleEditor desk;

    PublicTitleApi(PublicTitleEditor desk) {
        this.desk = desk;
    }

    /**
     * The title to be confirmed.
     *
     * @param publicTitleSeen whether what looks like a name or a number in it was seen and may be public
     */
    record Confirmation(String publicTitle, boolean publicTitleSeen) {}

    @PutMapping("/api/matters/{matterNo}/public-title")
    Map<String, Object> confirm(@PathVariable String matterNo, @RequestBody Confirmation confirmation, Principal user) {
        return desk.confirm(matterNo, confirmation.publicTitle(), confirmation.publicTitleSeen(), user);
    }
}
