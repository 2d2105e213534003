package org.qibu.sheets;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Lines of text with commas, semicolons or tabs between the cells. */
final class CsvTable {

    private static final Charset GB18030 = Charset.forName("GB18030");

    private CsvTable() {}

    static void read(byte[] content, Rows rows) {
        var text = text(content);
        var width = 0;
        try (var parser = CSVParser.parse(new StringReader(text), format(text))) {
            for (var line : parser) {
                width = width == 0 && !isBlank(line) ? line.size() : width;
                refuseSurplus(line, width);
                rows.take((int) line.getRecordNumber(), cells(line));
            }
        } catch (IOException | UncheckedIOException | IllegalStateException e) {
            throw new SheetRefused("这个文件读不成表格：引号不成对。请检查引号，或改用 XLSX 文件。");
        }
    }

    private static CSVFormat format(String text) {
        return CSVFormat.DEFAULT
                .builder()
                .setDelimiter(delimiter(text.stripLeading().lines().findFirst().orElse("")))
                .setIgnoreEmptyLines(false)
                .get();
    }

    private static char delimiter(String heading) {
        if (heading.indexOf('\t') >= 0) {
            return '\t';
        }
        return heading.chars().filter(sign -> sign == ';').count()
                        > heading.chars().filter(sign -> sign == ',').count()
                ? ';'
                : ',';
    }

    /** UTF-8 where the bytes are UTF-8, otherwise the Chinese national standard that spreadsheets save in. */
    private static String text(byte[] content) {
        var text = strictly(StandardCharsets.UTF_8, content)
                .or(() -> strictly(GB18030, content))
                .filter(read -> read.indexOf('\0') < 0)
                .orElseThrow(() -> new SheetRefused("这个文件不是表格，请上传 CSV 或 XLSX 文件。"));
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static Optional<String> strictly(Charset charset, byte[] content) {
        try {
            return Optional.of(charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(content))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static boolean isBlank(CSVRecord line) {
        return line.stream().allMatch(String::isBlank);
    }

    private static void refuseSurplus(CSVRecord line, int width) {
        for (int place = width; place < line.size(); place++) {
            if (!line.get(place).isBlank()) {
                throw new SheetRefused("第 " + line.getRecordNumber() + " 行的格数比表头多，请检查是否多了分隔符；内容里有逗号时请加引号。");
            }
        }
    }

    private static Map<Integer, Cell> cells(CSVRecord line) {
        var cells = new HashMap<Integer, Cell>();
        for (int place = 0; place < line.size(); place++) {
            cells.put(place, Cell.of(line.get(place)));
        }
        return cells;
    }
}
