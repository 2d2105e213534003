package org.qibu;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.qibu.access.FirstAdministrator;
import org.qibu.access.Groups;
import org.qibu.access.ReferenceGroups;
import org.qibu.availability.StartLock;
import org.qibu.demo.Demonstration;
import org.qibu.engine.identity.SystemWork;
import org.qibu.engine.lists.TaskLists;
import org.qibu.engine.models.ModelDeployer;
import org.qibu.engine.settings.Grants;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** What has to be there before the port opens: groups, models, grants, task lists, an administrator, the demonstration. */
@Component
class Opening implements SmartLifecycle {

    /** Before the web server, which starts last. */
    private static final int PHASE = 1_000;

    private final ReferenceGroups groups;
    private final ModelDeployer models;
    private final Grants grants;
    private final TaskLists taskLists;
    private final FirstAdministrator administrator;
    private final ObjectProvider<Demonstration> demonstration;
    private final StartLock lock;
    private volatile boolean open;

    Opening(
            ReferenceGroups groups,
            ModelDeployer models,
            Grants grants,
            TaskLists taskLists,
            FirstAdministrator administrator,
            ObjectProvider<Demonstration> demonstration,
            StartLock lock) {
        this.groups = groups;
        this.models = models;
        this.grants = grants;
        this.taskLists = taskLists;
        this.administrator = administrator;
        this.demonstration = demonstration;
        this.lock = lock;
    }

    @Override
    public void start() {
        SystemWork.run(this::prepare);
        open = true;
    }

    private void prepare() {
        try {
            groups.ensure();
            demonstration.ifAvailable(Demonstration::load);
            models.deploy();
            grants.bringUpToDate(Groups.ids());
            taskLists.ensure(Groups.ids());
            administrator.ensure();
            demonstration.ifAvailable(Demonstration::park);
            lock.release();
        } catch (IOException e) {
            throw new UncheckedIOException("The models cannot be read", e);
        }
    }

    @Override
    public void stop() {
        open = false;
    }

    @Override
    public boolean isRunning() {
        return open;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }
}
