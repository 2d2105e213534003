package org.qibu.bench;

import java.time.Clock;
import java.util.List;
import org.qibu.calendar.Calendars;
import org.qibu.community.Communities;
import org.qibu.community.Community;
import org.qibu.engine.identity.Accounts;
import org.qibu.matter.Matters;
import org.qibu.matter.NewMatter;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Late tasks of our installation in twenty communities, each with its own matter and claimed by somebody: one real task,
 * written down by our own listeners, then copied by SQL row by row.
 */
final class LateTasks {

    private static final String PERSON = "person";
    private static final int COMMUNITIES = 20;
    private static final int RESIDENTS = 500;
    private static final List<String> OFFICES =
            List.of("residents-committee", "party-branch", "supervision", "subdistrict", "civil-affairs");
    /** Longer than the longest stay below the rung in question. */
    private static final int WORKING_DAYS_BEFORE = 20;

    private static final String MATTERS = """
            insert into matter (%%1$s)
            select %%1$s from (select made.* from matter m, generate_series(0, ? - 1) n,
              jsonb_populate_record(m, jsonb_build_object('matter_no', ? || n, 'receipt', ? || n,
              'community_code', 'B' || n %%%% ? %%%% %d)) made
            where m.matter_no = ?) copies""".formatted(COMMUNITIES);
    /** The columns of a matter that are stored as given, not computed from others. */
    private static final String STORED_COLUMNS = """
            select string_agg(quote_ident(attname), ', ') from pg_attribute
            where attrelid = 'matter'::regclass and attnum > 0 and not attisdropped and attgenerated = ''""";

    private static final String TASKS = """
            insert into %1$s
            select made.* from %1$s t, generate_series(0, ? - 1) n,
              jsonb_populate_record(t, jsonb_build_object('id_', ? || n, 'assignee_', 'person' || n %% ?)) made
            where t.id_ = ?""";
    private static final String DEADLINES = """
            insert into deadline
            select made.* from deadline d, generate_series(0, ? - 1) n,
              jsonb_populate_record(d, jsonb_build_object('task_id', ? || n, 'matter_no', ? || n,
              'state', 'OPEN', 'ended_at', null,
              'community_code', 'B' || n %% ? %% %d, 'assignee', 'person' || n %% ?,
              'created_at', ?::timestamptz, 'counted_from', ?::timestamptz, 'due_at', ?::timestamptz,
              'next_at', ?::timestamptz)) made
            where d.task_id = ?""".formatted(COMMUNITIES);

    private final OurInstallation ours;
    private final JdbcTemplate database;
    private final String matter;
    private final String task;

    LateTasks(OurInstallation ours, int people) {
        this.ours = ours;
        this.database = ours.database();
        communities();
        people(people);
        residents();
        this.matter = matter();
        this.task = task();
        // the pattern itself must not climb
        database.update("update deadline set state = 'DONE'");
    }

    static String person(int number) {
        return PERSON + number;
    }

    private void communities() {
        var accounts = ours.bean(Accounts.class);
        for (int i = 0; i < COMMUNITIES; i++) {
            var code = "B" + i;
            ours.bean(Communities.class).add(new Community(code, "第" + i + "社区", "测试街道", "", "", "", "ORDINARY"));
            accounts.community(code, code);
        }
        OFFICES.forEach(office -> accounts(office, office, COMMUNITIES));
    }

    /** Whoever holds the tasks. */
    private void people(int many) {
        accounts(PERSON, "grid-staff", many);
    }

    /** Accounts of a group, one community after the other; by SQL, since each password would cost a while. */
    private void accounts(String name, String group, int many) {
        database.update("""
                insert into act_id_user (id_, rev_, first_, last_, email_)
                select ? || n, 1, '经办' || n, '', ? || n || '@qibu.example' from generate_series(0, ? - 1) n""", name, name, many);
        database.update("""
                insert into act_id_membership (user_id_, group_id_)
                select ? || n, ? from generate_series(0, ? - 1) n""", name, group, many);
        database.update("""
                insert into act_id_tenant_member (id_, tenant_id_, user_id_)
                select 'member-' || ? || n, 'B' || n % ?, ? || n from generate_series(0, ? - 1) n""", name, COMMUNITIES, name, many);
    }

    /** Names that have to be kept out of the titles. */
    private void residents() {
        database.update("""
                insert into person (community_code, person_no, name, role)
                select 'B' || c, 'P' || n, chr(29579 + n % 40) || chr(24314 + n / 40) || '国', 'RESIDENT'
                from generate_series(0, ? - 1) c, generate_series(0, ? - 1) n""", COMMUNITIES, RESIDENTS);
    }

    private String matter() {
        return ours.bean(Matters.class)
                .open(new NewMatter(
                        "B0",
                        "三号楼前路灯不亮，夜间出行不便",
                        "三号楼前的路灯坏了三盏。",
                        "三号楼前",
                        "",
                        "",
                        "WALK_IN",
                        null,
                        40L,
                        "沈巧云",
                        "",
                        "",
                        false,
                        "person0"))
                .matterNo();
    }

    private String task() {
        var engine = ours.engine();
        engine.getRepositoryService()
                .createDeployment()
                .addClasspathResource("bench/bench-waiting.bpmn")
                .addClasspathResource("bench/bench-waiting.form")
                .deploy();
        var instance = engine.getRuntimeService()
                .createProcessInstanceByKey(Crowd.PROCESS)
                .businessKey(matter)
                .setVariable("urgency", "NORMAL")
                .execute();
        return engine.getTaskService()
                .createTaskQuery()
                .processInstanceId(instance.getId())
                .singleResult()
                .getId();
    }

    /**
     * Makes as many tasks whose due moment was the end of the day so many working days ago.
     *
     * @param name stands before their ids and their matters' numbers
     */
    void gather(String name, int many, int people, int workingDays) {
        var calendars = ours.bean(Calendars.class);
        var calendar = calendars.today();
        var today = Calendars.dayOf(ours.bean(Clock.class).instant());
        var due = Calendars.dueOn(calendar.beforeWorkingDays(today, workingDays));
        var created = Calendars.dueOn(calendar.beforeWorkingDays(today, WORKING_DAYS_BEFORE));
        var columns = database.queryForObject(STORED_COLUMNS, String.class);
        database.update(MATTERS.formatted(columns), many, name, name, people, matter);
        for (var table : List.of("act_ru_task", "act_hi_taskinst")) {
            database.update(TASKS.formatted(table), many, name, people, task);
        }
        database.update(
                DEADLINES,
                many,
                name,
                name,
                people,
                people,
                created.toString(),
                created.toString(),
                due.toString(),
                due.toString(),
                task);
        database.execute("vacuum analyze");
    }
}
