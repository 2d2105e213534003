package org.qibu.engine.fault;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Translates the engine's errors into Chinese, with the names from the model they are about. */
final class EngineWords {

    private static final List<Cause> CAUSES = List.of(
            new Cause(
                    "Unknown property used in expression: (\\S+?)\\.? Cause: Cannot (?:resolve|find) \\w+ '?([\\w.]+)",
                    m -> "表达式“" + m.group(1) + "”用到的 " + m.group(2) + " 没有值"),
            new Cause("Cannot resolve identifier '([^']+)'", m -> "表达式用到的 " + m.group(1) + " 没有值"),
            new Cause(
                    "Expression '([^']+)' didn't resolve to type 'Collection'", m -> "表达式“" + m.group(1) + "”算出来不是一组值"),
            new Cause("Expression '([^']+)' didn't resolve", m -> "表达式“" + m.group(1) + "”算出来不是这里要的值"),
            new Cause(
                    "(?:Error while evaluating|Unable to evaluate|Could not evaluate) expression:? '?([^'.]+)'?",
                    m -> "表达式“" + m.group(1).strip() + "”不能计算"),
            new Cause("[Nn]o outgoing sequence flow.*?'([^']+)'", m -> "网关 " + m.group(1) + " 的出线条件都不成立，请加上默认出线"),
            new Cause(
                    "[Nn]o (?:processes|process definition)[^']*(?:key|id)[^']*'([^']+)'",
                    m -> "没有流程“" + m.group(1) + "”，请部署它"),
            new Cause("[Nn]o decision definition[^']*'([^']+)'", m -> "没有判定表“" + m.group(1) + "”，请部署它"),
            new Cause("Variable '([^']+)' (?:is not|was not|not) found", m -> "变量 " + m.group(1) + " 没有值"),
            new Cause("Variable '([^']+)' is not a Collection", m -> "变量 " + m.group(1) + " 不是一组值"),
            new Cause("not allowed in a decision table: (.+)", m -> "判定表里不允许“" + m.group(1) + "”"),
            new Cause("not allowed in an expression: (.+)", m -> "表达式里不允许“" + m.group(1) + "”"),
            new Cause("[Ii]nvalid (?:due date|duration|date)[^']*'([^']+)'", m -> "时间“" + m.group(1) + "”看不懂"));

    private EngineWords() {}

    private record Cause(Pattern said, Function<MatchResult, String> words) {

        Cause(String said, Function<MatchResult, String> words) {
            this(Pattern.compile(said), words);
        }

        Optional<String> read(String message) {
            var matcher = said.matcher(message);
            return matcher.find() ? Optional.of(words.apply(matcher)) : Optional.empty();
        }
    }

    /** The cause in Chinese; what is not known is quoted as the engine says it, without its number. */
    static String inChinese(String said) {
        return CAUSES.stream()
                .flatMap(cause -> cause.read(said).stream())
                .findFirst()
                .orElseGet(() -> said.codePoints()
                                .anyMatch(sign -> Character.UnicodeScript.of(sign) == Character.UnicodeScript.HAN)
                        ? said
                        : "引擎的说明是“" + said.replaceAll("\\bENGINE-\\d+\\s*", "").strip() + "”");
    }
}
