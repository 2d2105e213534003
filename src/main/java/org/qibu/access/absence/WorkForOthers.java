package org.qibu.access.absence;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;
import org.qibu.access.absence.Absences.Absence;
import org.qibu.engine.identity.Accounts;
import org.qibu.engine.tasks.StaffTasks;
import org.qibu.engine.tasks.StaffTasks.StaffTask;
import org.qibu.engine.tasks.TaskMatters;
import org.springframework.stereotype.Component;

/** What waits for colleagues who are away, as their deputies may do it. */
@Component
class WorkForOthers {

    private static final int MOST_TASKS = 30;

    private final StandIns standIns;
    private final StaffTasks tasks;
    private final TaskMatters places;
    private final Accounts accounts;

    WorkForOthers(StandIns standIns, StaffTasks tasks, TaskMatters places, Accounts accounts) {
        this.standIns = standIns;
        this.tasks = tasks;
        this.places = places;
        this.accounts = accounts;
    }

    /** A colleague who is away, with what waits for them; at most thirty tasks of each, the earliest due first. */
    record Entrusted(Absence absence, String name, List<StaffTask> tasks) {}

    /** Everybody this account stands in for today. */
    List<Entrusted> of(String deputy) {
        return standIns.entrusted(deputy).stream()
                .map(each -> new Entrusted(each, accounts.nameOf(each.accountId()), waiting(each.accountId(), deputy)))
                .toList();
    }

    private List<StaffTask> waiting(String absent, String deputy) {
        var found = new LinkedHashMap<String, StaffTask>();
        Stream.concat(tasks.held(absent).stream(), tasks.free(absent).stream())
                .forEach(task -> found.putIfAbsent(task.id(), task));
        return found.values().stream()
                .limit(MOST_TASKS)
                .filter(task -> places.isWorkable(task.id(), deputy))
                .toList();
    }
}
