package org.qibu.demo;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.qibu.engine.process.TaskDriver;
import org.springframework.stereotype.Component;

/** Walks a matter through the forms as people would, as far as its script goes. */
@Component
public class Walkthrough {

    private static final String START = "start";

    private final TaskDriver taskDriver;
    private final Clock clock;

    Walkthrough(TaskDriver taskDriver, Clock clock) {
        this.taskDriver = taskDriver;
        this.clock = clock;
    }

    /** Does what the script says and returns the number of the matter. */
    public String walk(Script script) {
        var days = new RelativeDays(clock);
        var matterNo = "";
        for (var act : script.acts()) {
            try {
                matterNo = perform(act, matterNo, days);
            } catch (RuntimeException reason) {
                throw new ScriptStuck(matterNo, act.name(), reason);
            }
        }
        return matterNo;
    }

    private String perform(Script.Act act, String matterNo, RelativeDays days) {
        var values = days.in(Optional.ofNullable(act.values()).orElse(Map.of()));
        if (act.timer() != null) {
            taskDriver.fireTimer(matterNo, act.timer());
        } else if (START.equals(act.task())) {
            return taskDriver.start(act.by(), values);
        } else {
            taskDriver.complete(act.by(), matterNo, act.task(), values);
        }
        return matterNo;
    }
}
