package org.qibu.bench;

import java.util.List;
import java.util.stream.Collectors;

/** The waits of others as a table. */
final class SlowSenderReport {

    private SlowSenderReport() {}

    static String of(List<LoadBench.Line> lines) {
        return lines.stream()
                .map(line -> "| %s | %d | %d | %d | %d | %s | %s | %s |"
                        .formatted(
                                line.load(),
                                line.others().millis().size(),
                                line.others().within(0.5),
                                line.others().within(0.95),
                                line.others().longest(),
                                line.others().failed(),
                                line.refused(),
                                line.held() ? "是 yes" : "否 no"))
                .collect(Collectors.joining("\n", """
                        | 同时 meanwhile | 别人的请求 requests of others | 一半在 half within ms | 95% ms | 最长 longest ms | \
                        没成 failed | 上传没成 uploads refused | 守住 held |
                        |---|---:|---:|---:|---:|---|---|---|
                        """, ""));
    }
}
