package org.qibu.demo;

import com.fasterxml.jackson.core.type.TypeReference;
import java.util.List;
import org.qibu.community.Community;
import org.qibu.community.Organisation;

/** One entry of {@code communities.yaml}. */
record CommunityEntry(
        String code,
        String name,
        String subdistrict,
        String phone,
        String address,
        String email,
        String compoundKind,
        Zone zone,
        List<Unit> organisations) {

    /** A building zone. */
    record Zone(String code, String name) {}

    /** An organisation and the accounts that act for it; the first answers its mail. */
    record Unit(String code, String name, String group, List<String> members) {

        Organisation organisation(String community) {
            return new Organisation(community, code, name, group, members.get(0) + "@qibu.example", "REGISTERED");
        }
    }

    static List<CommunityEntry> all() {
        return DemoFiles.yaml("communities.yaml", new TypeReference<>() {});
    }

    Community community() {
        return new Community(code, name, subdistrict, phone, address, email, compoundKind);
    }

    /** The name of a file with a roll of this community. */
    String file(String roll) {
        return code + "/" + roll + ".csv";
    }
}
