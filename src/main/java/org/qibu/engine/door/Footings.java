package org.qibu.engine.door;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads off the engine where a matter stands. */
@Component
class Footings {

    private final ProcessEngine engine;
    private final JdbcClient database;
    private final Unchecked unchecked;

    Footings(ProcessEngine engine, JdbcClient database, Unchecked unchecked) {
        this.engine = engine;
        this.database = database;
        this.unchecked = unchecked;
    }

    Footing at(Task task) {
        var root = database.sql("select root_proc_inst_id_ from act_ru_execution where id_ = ?")
                .param(task.getProcessInstanceId())
                .query(String.class)
                .single();
        var scope = database.sql(
                        "select coalesce(parent_act_inst_id_, proc_inst_id_) from act_hi_actinst where task_id_ = ?")
                .param(task.getId())
                .query(String.class)
                .optional()
                .orElse(task.getProcessInstanceId());
        return new Footing(root, task.getProcessInstanceId(), scope, values(task.getExecutionId()), running(root));
    }

    private Map<String, Map<String, Footing.Value>> values(String execution) {
        var runtime = engine.getRuntimeService();
        var values = new HashMap<String, Map<String, Footing.Value>>();
        withParents(execution)
                .forEach(
                        each -> values.put(each, Footing.plain(unchecked.call(() -> runtime.getVariablesLocal(each)))));
        return values;
    }

    private List<String> withParents(String execution) {
        return database.sql("""
                        with recursive up as (
                          select id_, parent_id_ from act_ru_execution where id_ = ?
                          union all
                          select e.id_, e.parent_id_ from act_ru_execution e join up on e.id_ = up.parent_id_)
                        select id_ from up""").param(execution).query(String.class).list();
    }

    /** What runs in the matter now; nothing once it is over. */
    Set<String> running(String root) {
        return new TreeSet<>(database.sql("""
                        select proc_inst_id_ || ' ' || act_inst_id_ from act_ru_execution
                        where act_inst_id_ is not null and proc_inst_id_ in (
                          select id_ from act_ru_execution where root_proc_inst_id_ = ? and parent_id_ is null)""").param(root).query(String.class).list());
    }
}
