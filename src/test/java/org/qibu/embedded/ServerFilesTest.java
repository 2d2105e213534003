package org.qibu.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the embedded server has to find again, and nobody else may read. */
class ServerFilesTest {

    @TempDir
    private Path data;

    @Test
    void portAndPasswordAreMadeOnceAndFoundAgain() {
        var first = new ServerFiles(data);
        var second = new ServerFiles(data);

        assertThat(first.port()).isBetween(1024, 65535).isEqualTo(second.port());
        assertThat(first.password()).matches("[0-9a-f]{32}").isEqualTo(second.password());
    }

    @Test
    void everyInstallationHasAPasswordOfItsOwn() {
        assertThat(new ServerFiles(data.resolve("a")).password())
                .isNotEqualTo(new ServerFiles(data.resolve("b")).password());
    }

    @Test
    void othersOnTheMachineReadNothing() throws Exception {
        var files = new ServerFiles(data);
        Files.setPosixFilePermissions(files.binaries(), PosixFilePermissions.fromString("rwxrwxrwx"));
        files.keepToOurselves();

        var home = data.resolve("postgres");
        assertThat(permissions(home)).isEqualTo("rwx------");
        assertThat(permissions(files.binaries())).isEqualTo("rwx------");
        assertThat(permissions(home.resolve("password"))).isEqualTo("rw-------");
    }

    private static String permissions(Path file) throws Exception {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    @Test
    void aServerThatNeverRanIsNotLookedFor() {
        var files = new ServerFiles(data);

        assertThat(files.wasRunning()).isFalse();
        assertThat(files.runningProcess()).isEmpty();
    }

    @Test
    void aServerThatOutlivedItsProgramIsFoundByItsNumber() throws Exception {
        var files = new ServerFiles(data);
        Files.createDirectories(files.cluster());
        Files.writeString(
                files.cluster().resolve("postmaster.pid"),
                ProcessHandle.current().pid() + "\nmore\n");

        assertThat(files.wasRunning()).isTrue();
        assertThat(files.runningProcess()).contains(ProcessHandle.current());
    }

    @Test
    void aFolderThatCannotBeMadeIsNamedWithItsSetting() throws Exception {
        var file = Files.createFile(data.resolve("file"));

        assertThatThrownBy(() -> new ServerFiles(file))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("QIBU_DATA");
    }
}
