package org.qibu.bench;

import java.util.List;
import org.qibu.bench.ListsBench.Size;
import org.qibu.bench.setup.Side;

/**
 * Fills a side with open tasks: one real instance, started by its engine, then copied by SQL row by row with everything
 * the engine wrote for it at run time. Both sides get the same tasks under the same ids, created over thirty days.
 */
final class Crowd {

    static final String PROCESS = "bench-waiting";
    /** The group the model names; the copies belong to {@code bench0}, {@code bench1} … in turn. */
    static final String SEED_GROUP = "residents-committee";

    private static final String EXECUTIONS = """
            insert into act_ru_execution
            select made.*
            from act_ru_execution e, generate_series(0, ? - 1) n,
              jsonb_populate_record(e, jsonb_build_object('id_', 'case-' || n, 'proc_inst_id_', 'case-' || n,
              'root_proc_inst_id_', 'case-' || n, 'business_key_', 'BENCH-' || n, 'tenant_id_', ?::text)) made
            where e.id_ = ?""";
    private static final String TASKS = """
            insert into act_ru_task
            select made.*
            from act_ru_task t, generate_series(0, ? - 1) n,
              jsonb_populate_record(t, jsonb_build_object('id_', 'task-' || n, 'proc_inst_id_', 'case-' || n,
              'execution_id_', 'case-' || n, 'tenant_id_', ?::text,
              'create_time_', t.create_time_ - (n::bigint * 7919 % 2592000) * interval '1 second',
              'due_date_', t.create_time_ + (n::bigint * 104729 % 2592000 - 864000) * interval '1 second',
              'priority_', 40 + abs(hashint4(n)) % 5 * 10)) made
            where t.proc_inst_id_ = ?""";
    private static final String VARIABLES = """
            insert into act_ru_variable
            select made.*
            from act_ru_variable v, generate_series(0, ? - 1) n,
              jsonb_populate_record(v, jsonb_build_object('id_', 'variable-' || n, 'proc_inst_id_', 'case-' || n,
              'execution_id_', 'case-' || n, 'var_scope_', 'case-' || n, 'tenant_id_', ?::text)) made
            where v.proc_inst_id_ = ?""";
    private static final String LINKS = """
            insert into act_ru_identitylink
            select made.*
            from act_ru_identitylink l, generate_series(0, ? - 1) n,
              jsonb_populate_record(l, jsonb_build_object('id_', 'link-' || n, 'task_id_', 'task-' || n,
              'group_id_', 'bench' || n % ?, 'tenant_id_', ?::text)) made
            where l.task_id_ = ?""";
    private static final String GRANTS = """
            insert into act_ru_authorization
            select made.*
            from act_ru_authorization a, generate_series(0, ? - 1) n,
              jsonb_populate_record(a, jsonb_build_object('id_', 'right-' || n, 'resource_id_', 'task-' || n,
              'group_id_', 'bench' || n % ?, 'root_proc_inst_id_', 'case-' || n)) made
            where a.resource_id_ = ?""";

    private final Side side;
    private final Size size;

    Crowd(Side side, Size size) {
        this.side = side;
        this.size = size;
    }

    /** Makes the tasks and the readers. */
    void gather() {
        var engine = side.engine();
        engine.getRepositoryService()
                .createDeployment()
                .addClasspathResource("bench/bench-waiting.bpmn")
                .addClasspathResource("bench/bench-waiting.form")
                .deploy();
        var seed = engine.getRuntimeService()
                .createProcessInstanceByKey(PROCESS)
                .setVariable("urgency", "NORMAL")
                .execute();
        var task = engine.getTaskService()
                .createTaskQuery()
                .processInstanceId(seed.getId())
                .singleResult();
        copy(seed.getId(), task.getId());
        engine.getRuntimeService().deleteProcessInstance(seed.getId(), "measured");
        side.letRead(size.groups());
        for (var many : size.readers()) {
            reader(many);
        }
        List.of("act_ru_execution", "act_ru_task", "act_ru_variable", "act_ru_identitylink", "act_ru_authorization")
                .forEach(table -> side.database().execute("vacuum analyze " + table));
    }

    private void copy(String seed, String task) {
        var community = side.communities().stream().findFirst().orElse(null);
        var database = side.database();
        database.update(EXECUTIONS, size.tasks(), community, seed);
        database.update(TASKS, size.tasks(), community, seed);
        database.update(VARIABLES, size.tasks(), community, seed);
        database.update(LINKS, size.tasks(), size.groups(), community, task);
        database.update(GRANTS, size.tasks(), size.groups(), task);
    }

    /** A reader in so many groups, far apart. */
    private void reader(int many) {
        var identity = side.engine().getIdentityService();
        var reader = name(many);
        identity.saveUser(identity.newUser(reader));
        for (int i = 0; i < many; i++) {
            var group = "bench" + (i * size.groups() / many + many) % size.groups();
            if (identity.createGroupQuery().groupId(group).count() == 0) {
                identity.saveGroup(identity.newGroup(group));
            }
            identity.createMembership(reader, group);
        }
    }

    static String name(int groups) {
        return "reader" + groups;
    }
}
