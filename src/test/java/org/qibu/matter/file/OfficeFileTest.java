package org.qibu.matter.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.qibu.matter.file.OfficeFile.Kind;

/** What only looks like a Word or Excel file is no such file. */
class OfficeFileTest {

    private static final String MAIN =
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";

    @Test
    void filesOfOfficeProgrammesAre() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var document = new XWPFDocument()) {
            document.createParagraph().createRun().setText("会议纪要");
            document.write(bytes);
        }
        assertThat(OfficeFile.is(Kind.WORD, bytes.toByteArray())).isTrue();
        assertThat(OfficeFile.is(Kind.EXCEL, bytes.toByteArray())).isFalse();
        bytes.reset();
        try (var workbook = new XSSFWorkbook()) {
            workbook.createSheet("名册");
            workbook.write(bytes);
        }
        assertThat(OfficeFile.is(Kind.EXCEL, bytes.toByteArray())).isTrue();
    }

    @Test
    void theBareMinimumIs() throws IOException {
        assertThat(OfficeFile.is(Kind.WORD, zip(Map.of()))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "word/VBAPROJECT.BIN",
                "word/vbaProject.bin",
                "WORD\\vbaProject.bin",
                "word/vbaData.xml",
                "xl/macrosheets/sheet1.xml",
                "word/activeX/activeX1.bin",
                "META-INF/MANIFEST.MF",
                "org/example/Run.class",
                "word/Run.class",
                "word/media/start.EXE",
                "start.js",
                "readme.txt"
            })
    void withSomethingElseInsideItIsNot(String part) throws IOException {
        assertThat(OfficeFile.is(Kind.WORD, zip(Map.of(part, "x")))).isFalse();
    }

    @Test
    void aFolderOfTheRightNameMakesNone() throws IOException {
        assertThat(OfficeFile.is(
                        Kind.WORD, zip(Map.of("word/x", "x", "word/document.xml", "", "[Content_Types].xml", ""))))
                .isFalse();
        var withMacros = "<Override ContentType=\"application/vnd.ms-word.document.macroEnabled.main+xml\"/>" + MAIN;
        assertThat(OfficeFile.is(Kind.WORD, zip(Map.of("[Content_Types].xml", withMacros))))
                .isFalse();
        assertThat(OfficeFile.is(Kind.WORD, "PK no zip".getBytes(StandardCharsets.UTF_8)))
                .isFalse();
    }

    /** A document with these parts added or replaced; an empty one is left out. */
    private static byte[] zip(Map<String, String> changes) throws IOException {
        var parts = new LinkedHashMap<>(Map.of(
                "[Content_Types].xml",
                "<Override ContentType=\"" + MAIN + "\"/>",
                "word/document.xml",
                "<w:document/>"));
        parts.putAll(changes);
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var part : parts.entrySet()) {
                if (!part.getValue().isEmpty()) {
                    zip.putNextEntry(new ZipEntry(part.getKey()));
                    zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
                }
            }
        }
        return bytes.toByteArray();
    }
}
