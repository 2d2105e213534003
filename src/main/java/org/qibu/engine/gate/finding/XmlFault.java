package org.qibu.engine.gate.finding;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * Why a file is not XML that can be read, in Chinese.
 *
 * @param line on which it shows, from 1; 0 where it is not known
 * @param words what is wrong there, without a full stop
 */
public record XmlFault(int line, String words) {

    private static final List<Cause> CAUSES = List.of(
            new Cause("prefix \"([^\"]+)\" for (?:element|attribute)", m -> "前缀 " + m.group(1) + " 没有声明"),
            new Cause("DOCTYPE is disallowed", m -> "不允许 DOCTYPE"),
            new Cause("element type \"([^\"]+)\" must be terminated", m -> "元素 " + m.group(1) + " 没有结束"),
            new Cause("must be terminated by the matching end-tag \"</([^>]+)>\"", m -> "元素 " + m.group(1) + " 没有结束"),
            new Cause("Attribute \"([^\"]+)\" was already specified", m -> "属性 " + m.group(1) + " 写了两次"),
            new Cause("Attribute \"([^\"]+)\" bound to namespace", m -> "属性 " + m.group(1) + " 写了两次"),
            new Cause("Content is not allowed in prolog|Premature end of file", m -> "不是 XML 文件，请从 Modeler 里重新保存"),
            new Cause("invalid XML character", m -> "有 XML 不允许的字符"),
            new Cause("Invalid byte|invalid encoding|encoding", m -> "不是 UTF-8 编码，请从 Modeler 里重新保存"),
            new Cause("entity \"([^\"]+)\" was referenced", m -> "实体 " + m.group(1) + " 没有声明，请删去"),
            new Cause("XML document structures must start and end", m -> "文件不完整，像是没有传完"),
            new Cause(
                    "The value of attribute \"([^\"]+)\".*must not contain the '<'",
                    m -> "属性 " + m.group(1) + " 里有小于号，请写成 &lt;"),
            new Cause("entity name must immediately follow the '&'", m -> "有单独的 &，请写成 &amp;"));

    private record Cause(Pattern said, Function<MatchResult, String> words) {

        Cause(String said, Function<MatchResult, String> words) {
            this(Pattern.compile(said), words);
        }

        Optional<String> read(String message) {
            var matcher = said.matcher(message);
            return matcher.find() ? Optional.of(words.apply(matcher)) : Optional.empty();
        }
    }

    public static XmlFault of(SAXException fault, byte[] source) {
        var line = fault instanceof SAXParseException at ? Math.max(at.getLineNumber(), 0) : 0;
        var said = String.valueOf(fault.getMessage());
        if (isWide(source)) {
            return new XmlFault(0, "文件是 UTF-16 编码，和文件头写的不一致，请另存为 UTF-8");
        }
        return CAUSES.stream()
                .flatMap(cause -> cause.read(said).stream())
                .findFirst()
                .map(words -> new XmlFault(line, words))
                .orElse(new XmlFault(line, source.length == 0 ? "文件是空的" : "不是完整的 XML，请从 Modeler 里重新保存"));
    }

    private static boolean isWide(byte[] source) {
        var first = source.length < 2 ? 0 : (source[0] & 0xff) << 8 | source[1] & 0xff;
        return first == 0xfeff || first == 0xfffe;
    }

    public String inWords() {
        return (line > 0 ? "第 " + line + " 行：" : "") + words;
    }
}
