package org.qibu.matter.correspondence;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.qibu.matter.Matter;
import org.qibu.transaction.ReadOnce;
import org.qibu.transaction.ReadTogether;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Proposers of merged matters, who hear what the proposer hears. */
@Repository
public class Followers {

    private final JdbcClient database;
    private final Function<String, List<Follower>> read;

    Followers(JdbcClient database, ReadTogether reads) {
        this.database = database;
        this.read = reads.of(
                Followers.class,
                "matter",
                "select * from matter_follower where matter_no = ? order by from_matter",
                rows -> ReadTogether.each(rows, Followers::follower));
    }

    private static Follower follower(JsonNode row) {
        return new Follower(
                row.path("matter_no").textValue(),
                row.path("name").textValue(),
                row.path("email").textValue(),
                row.path("phone").textValue(),
                row.path("from_matter").textValue());
    }

    /** Somebody who raised the same thing in a matter of their own. */
    public record Follower(String matterNo, String name, String email, String phone, String fromMatter) {}

    public List<Follower> of(String matterNo) {
        return read.apply(matterNo);
    }

    /** Those who follow these matters. */
    public List<Follower> of(Collection<String> matterNos) {
        return database.sql("select * from matter_follower where matter_no = any(?)")
                .param(matterNos.toArray(String[]::new))
                .query(Follower.class)
                .list();
    }

    /** Makes the proposer of a merged matter, and whoever followed it, follow the one it was merged into. */
    public void join(Matter merged, String into) {
        database.sql("""
                        insert into matter_follower
                          select :into, proposer_name, proposer_email, proposer_phone, matter_no from matter
                          where matter_no = :merged
                          union all
                          select :into, name, email, phone, from_matter from matter_follower where matter_no = :merged
                        on conflict do nothing""").param("into", into).param("merged", merged.matterNo()).update();
        ReadOnce.forgetAll();
    }
}
