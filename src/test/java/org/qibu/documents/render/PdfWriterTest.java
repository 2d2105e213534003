package org.qibu.documents.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.qibu.documents.Glyphs;

class PdfWriterTest {

    private static final Fonts FONTS = new Fonts(List.of());
    private static final String FAMILIES = "FangSong, QibuSong, QibuRare, Office";

    private final Legible legible = new Legible(FONTS);
    private final PdfWriter writer = new PdfWriter(FONTS, legible);

    @Test
    void printsRareNamesWithEmbeddedFontsAndNoMissingGlyph() throws IOException {
        try (var pdf = print("王䶮、李㛃、陈𠅤、𠮷田、买买提·吐尔逊")) {
            assertThat(text(pdf)).contains("王䶮、李㛃、陈𠅤、𠮷田、买买提·吐尔逊");
            assertThat(Glyphs.of(pdf))
                    .isNotEmpty()
                    .allMatch(Glyphs.Glyph::embedded)
                    .noneMatch(Glyphs.Glyph::missing);
        }
    }

    @Test
    void showsTheCodePointOfASignThatNoFontHas() throws IOException {
        try (var pdf = print("姓名" + Character.toString(0x2EBF0))) {
            assertThat(text(pdf)).contains("姓名〔U+2EBF0〕");
        }
    }

    @Test
    void keepsTheTextAroundControlSignsAndHalfSigns() throws IOException {
        try (var pdf = print("前\u0000后\uD842完\u202E了\uFFFE")) {
            assertThat(text(pdf)).contains("前后〔U+D842〕完了〔U+FFFE〕");
        }
    }

    @Test
    void isCopiedAsTheSignsThatWereWritten() throws IOException {
        try (var pdf = print("生行二人大小山水")) {
            assertThat(text(pdf)).contains("生行二人大小山水");
        }
    }

    @Test
    void fetchesNothingFromElsewhere() throws IOException {
        try (var pdf = Loader.loadPDF(writer.write(
                "<html><head><link rel='stylesheet' href='file:///etc/passwd'/></head>" + "<body style='font-family: "
                        + FAMILIES + "'>字<img src='file:///etc/hostname' alt=''/></body></html>"))) {
            assertThat(text(pdf)).contains("字");
            assertThat(pdf.getPage(0).getResources().getXObjectNames()).isEmpty();
        }
    }

    private PDDocument print(String text) throws IOException {
        return Loader.loadPDF(
                writer.write("<html><body style='font-family: " + FAMILIES + "'><p>" + text + "</p></body></html>"));
    }

    private static String text(PDDocument pdf) throws IOException {
        return new PDFTextStripper().getText(pdf);
    }
}
