package org.qibu.engine.gate;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;

/** The files of one deployment that passed the gate. Only the gate makes these, and the engine deploys nothing else. */
public final class PassedFiles {

    private static final ThreadLocal<PassedFiles> NOW = new ThreadLocal<>();

    private final Map<String, byte[]> files;

    PassedFiles(Map<String, byte[]> files) {
        this.files = Map.copyOf(files);
    }

    /** Runs a deployment on this thread in which these files, and no other, may be deployed. */
    public <T> T deploying(Supplier<T> deployment) {
        NOW.set(this);
        try {
            return deployment.get();
        } finally {
            NOW.remove();
        }
    }

    /** Whether files that passed are being deployed on this thread, which are put together already. */
    public static boolean isDeploying() {
        return NOW.get() != null;
    }

    private boolean are(DeploymentEntity deployment) {
        var resources = deployment.getResources();
        return resources.keySet().equals(files.keySet())
                && resources.values().stream()
                        .allMatch(resource -> Arrays.equals(resource.getBytes(), files.get(resource.getName())));
    }

    /** Stands before the engine's own deployers, so that no way of deploying goes around the gate. */
    static final class Only implements Deployer {

        @Override
        public void deploy(DeploymentEntity deployment) {
            if (deployment.isNew() && (NOW.get() == null || !NOW.get().are(deployment))) {
                throw new IllegalStateException(
                        "Deployment " + deployment.getName() + " holds files that did not pass the gate");
            }
        }
    }
}
