package org.qibu.bench;

import java.util.List;

/** What came of the kills, a line each and one in all. */
final class KillReport {

    private KillReport() {}

    static String line(KillBench.Round round) {
        return "第 %d 次断电 / kill %1$d: 已答复 acknowledged（登记 issues、办理 completions、选票 ballots）%s, 没等到答复 unanswered %d, 丢失 lost %s, 重复或残缺 twice or half %s"
                .formatted(round.number(), round.acknowledged(), round.unanswered(), round.lost(), round.twice());
    }

    static String of(List<KillBench.Round> rounds) {
        var acknowledged = rounds.stream()
                .mapToInt(round -> KillBench.sum(round.acknowledged()))
                .sum();
        var lost = rounds.stream().mapToInt(round -> round.lost().size()).sum();
        var twice = rounds.stream().mapToInt(round -> round.twice().size()).sum();
        return "断电 %d 次，已答复 %d 项，丢失 %d 项，重复或残缺 %d 项 / %1$d kills, %2$d acknowledged, %3$d lost, %4$d twice or half"
                .formatted(rounds.size(), acknowledged, lost, twice);
    }
}
