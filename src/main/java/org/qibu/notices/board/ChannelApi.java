package org.qibu.notices.board;

import java.io.IOException;
import java.security.Principal;
import java.time.Instant;
import java.util.UUID;
import org.qibu.notices.channels.Channel;
import org.qibu.notices.channels.Hanging;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Where a notice hangs, told by programs of the residents' committee. */
@RestController
@RequestMapping("/api/matters/{matterNo}/notices/{id}/channels")
class ChannelApi {

    private final ChannelRecords desk;

    ChannelApi(ChannelRecords desk) {
        this.desk = desk;
    }

    /** A place as it stands; {@code kind} is PHYSICAL or ONLINE. */
    record Place(
            int n,
            Channel channel,
            String kind,
            String place,
            Instant postedAt,
            String postedBy,
            Instant takenDownAt,
            String takenDownBy,
            UUID photo) {

        static Place of(Hanging hanging) {
            return new Place(
                    hanging.no(),
                    hanging.channel(),
                    hanging.channel().kind(),
                    hanging.place(),
                    hanging.postedAt(),
                    hanging.postedBy(),
                    hanging.takenDownAt(),
                    hanging.takenDownBy(),
                    hanging.photo());
        }
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    Place post(
            @PathVariable String matterNo,
            @PathVariable long id,
            @RequestBody ChannelRecords.Entry entry,
            Principal user)
            throws IOException {
        return Place.of(desk.post(matterNo, id, entry, null, user));
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    Place post(
            @PathVariable String matterNo,
            @PathVariable long id,
            ChannelRecords.Entry entry,
            @RequestParam(required = false) MultipartFile file,
            Principal user)
            throws IOException {
        return Place.of(desk.post(matterNo, id, entry, file, user));
    }

    @PostMapping("/{n}/photo")
    Place prove(
            @PathVariable String matterNo,
            @PathVariable long id,
            @PathVariable int n,
            @RequestParam(required = false) MultipartFile file,
            Principal user)
            throws IOException {
        return Place.of(desk.prove(matterNo, id, n, file, user));
    }

    @PostMapping("/{n}/taken-down")
    Place takeDown(@PathVariable String matterNo, @PathVariable long id, @PathVariable int n, Principal user) {
        return Place.of(desk.takeDown(matterNo, id, n, user));
    }
}
