package org.qibu.portal.notice;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.qibu.calendar.Calendars;
import org.qibu.notices.board.PublicBoard;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** A notice as it is printed on A4 and hung on the board; in Chinese whoever prints it. */
@Component
class NoticePaper {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.CHINESE);
    private static final String STYLE = "static/notice-print.css";

    /** So many lines leave room on the sheet for the foot; more are set in smaller type. */
    private static final int ROOMY = 10;

    private final ITemplateEngine templates;
    private final NoticeCode code;

    NoticePaper(ITemplateEngine templates, NoticeCode code) {
        this.templates = templates;
        this.code = code;
    }

    /** The page for a browser, which fetches its style from us. */
    String page(PublicBoard.Sheet sheet) {
        return write(sheet, "");
    }

    /** The page with its style inside, for the writer of PDF files. */
    String complete(PublicBoard.Sheet sheet) throws IOException {
        return write(sheet, new ClassPathResource(STYLE).getContentAsString(StandardCharsets.UTF_8));
    }

    private String write(PublicBoard.Sheet sheet, String style) {
        var paper = new Context(Locale.CHINESE);
        var notice = sheet.notice();
        paper.setVariable("sheet", sheet);
        paper.setVariable("style", style);
        paper.setVariable("topic", notice.title().toString().replaceFirst("^[^：]{2,20}：", ""));
        var lines = lines(notice.body().toString());
        paper.setVariable("lines", lines);
        paper.setVariable("dense", lines.stream().mapToInt(Line::height).sum() > ROOMY);
        paper.setVariable("from", day(notice.postedAt()));
        paper.setVariable("until", day(notice.postedUntil()));
        paper.setVariable("address", code.address(sheet));
        paper.setVariable("code", code.picture(sheet));
        return templates.process("notice-print", paper);
    }

    /** One line of a notice: its label, empty where it has none, and what it says. */
    record Line(String label, String text) {

        private static final int SIGNS = 27;
        private static final Pattern CHECKSUM = Pattern.compile("[0-9a-f]{64}");

        /** Whether it is one long code, which nobody reads and somebody may compare. */
        public boolean isChecksum() {
            return CHECKSUM.matcher(text).matches();
        }

        int height() {
            return isChecksum() ? 1 : 1 + (2 + label.length() + text.length() - 1) / SIGNS;
        }
    }

    private static List<Line> lines(String body) {
        return body.lines()
                .filter(line -> !line.isBlank())
                .map(line -> {
                    var colon = line.indexOf('：');
                    return colon > 0 && colon <= 14 && !line.substring(0, colon).contains("，")
                            ? new Line(line.substring(0, colon + 1), line.substring(colon + 1))
                            : new Line("", line);
                })
                .toList();
    }

    private static String day(Instant at) {
        return DAY.format(at.atZone(Calendars.CHINA));
    }
}
