package org.qibu.documents.shelf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.qibu.documents.Glyphs;
import org.qibu.documents.PaperText;
import org.qibu.documents.paper.PaperDraft;
import org.qibu.documents.render.Fonts;
import org.qibu.documents.render.Legible;
import org.qibu.documents.render.PdfPapers;
import org.qibu.documents.render.PdfWriter;
import org.qibu.documents.render.WordPapers;

class PaperFilesTest {

    private static final Fonts FONTS = new Fonts(List.of());

    private final PdfPapers pdf = new PdfPapers(new PdfWriter(FONTS, new Legible(FONTS)));
    private final WordPapers word = new WordPapers("");

    @Test
    void aPaperReadsTheSameInBothFormats() throws IOException {
        var paper = new PaperDraft("关于“路灯”的决定书")
                .to("王女士")
                .heading("决定内容")
                .subheading("时间")
                .text("年底前修好。")
                .item("更换灯头")
                .table(List.of("参加方", "应到"), List.of(List.of("主体方", "9")))
                .signed("TX-HB 议决〔2026〕17-1号", "河滨社区居民委员会", "2026年11月22日");

        assertThat(textOf(paper))
                .contains("关于“路灯”的决定书", "TX-HB 议决〔2026〕17-1号", "王女士：", "一、决定内容", "（一）时间", "年底前修好。")
                .contains("1. 更换灯头", "参加方", "主体方", "河滨社区居民委员会", "2026年11月22日", "— 1 —");
        try (var document = open(paper)) {
            assertThat(document.getParagraphs())
                    .extracting(
                            each -> document.getStyles()
                                    .getStyle(each.getStyle())
                                    .getName(),
                            XWPFParagraph::getText)
                    .containsExactly(
                            tuple("公文标题", "关于“路灯”的决定书"),
                            tuple("文号", "TX-HB 议决〔2026〕17-1号"),
                            tuple("主送", "王女士："),
                            tuple("一级标题", "一、决定内容"),
                            tuple("二级标题", "（一）时间"),
                            tuple("正文", "年底前修好。"),
                            tuple("正文", "1. 更换灯头"),
                            tuple("落款", "河滨社区居民委员会"),
                            tuple("成文日期", "2026年11月22日"));
            assertThat(document.getTables().get(0).getText()).contains("参加方", "主体方", "9");
        }
    }

    @Test
    void aPageHoldsTwentyTwoLinesOfTwentyEightSigns() throws IOException {
        var paper = new PaperDraft("标题").text("字".repeat(26 + 28 * 60)).signed("号", "", "");
        try (var file = Loader.loadPDF(pdf.write(paper))) {
            var stripper = new PDFTextStripper();
            stripper.setStartPage(2);
            stripper.setEndPage(2);
            var lines = stripper.getText(file)
                    .lines()
                    .filter(line -> line.contains("字"))
                    .toList();
            assertThat(lines).hasSize(22).allMatch(line -> line.strip().length() == 28);
        }
    }

    @Test
    void rareNamesAreShownInAllFontsOfAPaper() throws IOException {
        var names = "王䶮、李㛃、陈𠅤、𠮷田、买买提·吐尔逊";
        var paper = new PaperDraft(names)
                .to(names)
                .heading(names)
                .subheading(names)
                .text(names)
                .table(List.of(names), List.of(List.of(names)))
                .signed("号", names, "2026年11月22日");
        try (var file = Loader.loadPDF(pdf.write(paper))) {
            assertThat(Glyphs.of(file))
                    .isNotEmpty()
                    .allMatch(Glyphs.Glyph::embedded)
                    .noneMatch(Glyphs.Glyph::missing);
            assertThat(new PDFTextStripper().getText(file).replaceAll("\\s", ""))
                    .contains("䶮", "㛃", "𠅤", "𠮷");
        }
        try (var document = open(paper)) {
            assertThat(document.getParagraphs().get(0).getText()).isEqualTo(names);
        }
    }

    @Test
    void nothingThatSomebodyTypesMakesAFileInvalid() throws IOException {
        var hostile = "<b>&amp;</b> ]]> \"'` \u0000\u0007 前\uD842后 \u202E \uFFFF {{x}} ${y} [[z]]";
        var paper = Legible.xml(
                new PaperDraft(hostile).heading(hostile).text(hostile).signed(hostile, hostile, "2026年"));

        assertThat(textOf(paper)).contains("<b>&amp;</b>", "]]>", "前〔U+D842〕后", "〔U+FFFF〕", "{{x}} ${y} [[z]]");
        try (var document = open(paper)) {
            assertThat(new XWPFWordExtractor(document).getText())
                    .contains("<b>&amp;</b>", "]]>", "前〔U+D842〕后", "〔U+FFFF〕", "{{x}} ${y} [[z]]");
        }
    }

    @Test
    void aWordOfTenThousandLettersStaysOnThePaper() throws IOException {
        var paper = new PaperDraft("标题").text("a".repeat(10_000)).signed("号", "", "");
        try (var file = Loader.loadPDF(pdf.write(paper))) {
            assertThat(new PDFTextStripper()
                            .getText(file)
                            .chars()
                            .filter(sign -> sign == 'a')
                            .count())
                    .isEqualTo(10_000);
            var edge = file.getPage(0).getMediaBox().getWidth() - 26 / 25.4 * 72 + 1;
            assertThat(Glyphs.of(file)).allMatch(glyph -> glyph.right() <= edge);
        }
        try (var document = open(paper)) {
            assertThat(document.getParagraphs().get(2).getText()).hasSize(10_000);
        }
    }

    @Test
    void aTableOfTwoHundredRowsGoesOverPagesAndLosesNone() throws IOException {
        var rows = new ArrayList<List<String>>();
        for (var row = 1; row <= 200; row++) {
            rows.add(List.of("第" + row + "人", "主体方", "到会"));
        }
        var paper = new PaperDraft("签到").table(List.of("姓名", "参加方", "签到"), rows).signed("号", "", "");
        try (var file = Loader.loadPDF(pdf.write(paper))) {
            var text = new PDFTextStripper().getText(file);
            assertThat(file.getNumberOfPages()).isGreaterThan(3);
            assertThat(rows).allMatch(row -> text.contains(row.get(0)));
            assertThat(text.split("姓名", -1)).as("the head is repeated").hasSize(file.getNumberOfPages() + 1);
        }
        try (var document = open(paper)) {
            assertThat(document.getTables().get(0).getNumberOfRows()).isEqualTo(201);
        }
    }

    @Test
    void theSignatureNeverStandsAloneOnAPage() throws IOException {
        for (var lines = 10; lines < 25; lines++) {
            var paperDraft = new PaperDraft("标题");
            for (var line = 0; line < lines; line++) {
                paperDraft.text("第" + line + "行。");
            }
            var paper =
                    paperDraft.heading("联系方式").text("社区居民委员会，电话：0573-8800103。").signed("号", "河滨社区居民委员会", "2026年11月22日");
            try (var file = Loader.loadPDF(pdf.write(paper))) {
                var stripper = new PDFTextStripper();
                stripper.setStartPage(file.getNumberOfPages());
                assertThat(stripper.getText(file)).contains("一、联系方式", "电话：", "河滨社区居民委员会", "2026年11月22日");
            }
        }
    }

    @Test
    void theLastParagraphInWordGoesToTheNextPageTogetherWithTheSignature() throws IOException {
        var paper = new PaperDraft("标题").heading("联系方式").text("电话").signed("号", "河滨社区居民委员会", "2026年11月22日");
        try (var document = open(paper)) {
            assertThat(document.getParagraphs().subList(2, 4)).allMatch(XWPFParagraph::isKeepNext);
        }
    }

    @Test
    void aTitleTooLongForALineBreaksBeforeWhatThePaperIs() throws IOException {
        var title = "关于“东门垃圾投放点夏天异味大”的协商会议纪要（第1轮）";
        var paper = new PaperDraft(title).text("正文").signed("号", "", "");
        assertThat(paper.titleLines()).containsExactly("关于“东门垃圾投放点夏天异味大”的", "协商会议纪要（第1轮）");
        assertThat(new PaperDraft("关于“路灯”的决定书").signed("号", "", "").titleLines())
                .containsExactly("关于“路灯”的决定书");
        assertThat(new PaperDraft("关于转办“东门垃圾投放点夏天异味很大”的函").signed("号", "", "").titleLines())
                .hasSize(1);
        try (var file = Loader.loadPDF(pdf.write(paper))) {
            assertThat(new PDFTextStripper().getText(file).lines()).contains("协商会议纪要（第1轮）");
        }
        try (var document = open(paper)) {
            assertThat(document.getParagraphs().get(0).getText()).isEqualTo(title.replace("的协商", "的\n协商"));
        }
    }

    @Test
    void aLineWithAChecksumIsNotDrawnWideApartInWord() throws IOException {
        var paper = new PaperDraft("标题")
                .item("名册校验码：" + "0f".repeat(32))
                .item("同意：8人")
                .signed("号", "", "");
        try (var document = open(paper)) {
            assertThat(document.getParagraphs().get(2).getAlignment()).isEqualTo(ParagraphAlignment.LEFT);
            assertThat(document.getParagraphs().get(3).getCTP().getPPr().isSetJc())
                    .isFalse();
        }
    }

    @Test
    void theTemplateOfAnOfficeKeepsItsPageAndGivesUpItsText(@TempDir Path folder) throws IOException {
        var template = folder.resolve("office.docx");
        try (var ours = new XWPFDocument(WordPapers.class.getResourceAsStream("/documents/paper.docx"));
                var file = Files.newOutputStream(template)) {
            ours.getStyles().getStyleWithName("正文").getCTStyle().setStyleId("Office7");
            ours.createHeader(HeaderFooterType.DEFAULT)
                    .createParagraph()
                    .createRun()
                    .setText("红头");
            ours.write(file);
        }
        var paper = new PaperDraft("标题").text("一段").text("").signed("号", "社区", "2026年11月22日");
        try (var document =
                new XWPFDocument(new ByteArrayInputStream(new WordPapers(template.toString()).write(paper)))) {
            assertThat(document.getParagraphs())
                    .extracting(XWPFParagraph::getText)
                    .containsExactly("标题", "号", "一段", "社区", "2026年11月22日");
            assertThat(document.getParagraphs().get(2).getStyle()).isEqualTo("Office7");
            assertThat(document.getHeaderFooterPolicy().getDefaultHeader().getText())
                    .contains("红头");
            assertThat(document.getHeaderFooterPolicy().getDefaultFooter().getText())
                    .contains("—");
            assertThat(document.getProperties().getCoreProperties().getTitle()).isEqualTo("标题");
        }
    }

    @Test
    void aTableInWordHasItsStyleItsWidthsAndAHeadOnEachPage() throws IOException {
        var paper = new PaperDraft("签到").table(List.of("姓名", "到会", "说明"), List.of(List.of("王䶮", " 是 ", "𠮷")));
        try (var document = open(paper.signed("号", "", ""))) {
            var table = document.getTables().get(0);
            assertThat(document.getStyles().getStyle(table.getStyleID()).getName())
                    .isEqualTo("公文表格");
            assertThat(table.getWidth()).isEqualTo(5000);
            assertThat(table.getRow(0).isRepeatHeader()).isTrue();
            assertThat(table.getRow(1).isRepeatHeader()).isFalse();
            assertThat(table.getRows()).allMatch(XWPFTableRow::isCantSplitRow);
            assertThat(table.getRow(1).getTableCells())
                    .extracting(XWPFTableCell::getText, XWPFTableCell::getWidth)
                    .containsExactly(tuple("王䶮", 900), tuple(" 是 ", 900), tuple("𠮷", 3200));
        }
    }

    private String textOf(PaperText paper) throws IOException {
        try (PDDocument file = Loader.loadPDF(pdf.write(paper))) {
            return new PDFTextStripper().getText(file);
        }
    }

    private XWPFDocument open(PaperText paper) throws IOException {
        return new XWPFDocument(new ByteArrayInputStream(word.write(paper)));
    }
}
