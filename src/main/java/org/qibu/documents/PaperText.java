package org.qibu.documents;

import java.util.List;

/**
 * A paper in words, the one source of its Word and PDF files.
 *
 * @param number such as TX-HB 议纪〔2026〕17-1号
 * @param sender who signs it; empty together with the date where nobody does
 * @param date in Arabic numerals, 2026年11月22日
 */
record PaperText(String title, String number, List<Block> blocks, String sender, String date) {}
