package org.qibu.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Characters that cannot be kept were taken out in silence: a name lost a sign, and nobody was told. */
class TextCharactersTest {

    @ParameterizedTest
    @ValueSource(
            ints = {0xE863, 0xF8FF, 0xF0000, 0x10FFFD, 0xFFFD, 0xFFFE, 0xFFFF, 0x1FFFE, 0x2FFFF, 0xD842, 0xDFB7, 0x0378
            })
    void whatNoStandardNamesIsRefused(int character) {
        assertThat(TextCharacters.fault("张" + Character.toString(character) + "丽"))
                .hasValue("有无法识别的字，请改用标准汉字。");
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                0, 7, 0x1B, 0x7F, 0x9F, 0x200E, 0x200F, 0x061C, 0x202A, 0x202E, 0x2066, 0x2069, 0x206A, 0x2061, 0xFFF9,
                0xE0041, 0x3164, 0x115F, 0x2800, 0x034F, 0x180E
            })
    void whatMakesATextReadAsSomethingElseIsRefused(int character) {
        assertThat(TextCharacters.fault("张" + Character.toString(character) + "丽"))
                .hasValueSatisfying(said -> assertThat(said).startsWith("有无法识别的字（"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "王昇",
                "李䶮",
                "𠮷川",
                "㛃儿",
                "邱𬀩",
                "\uD884\uDF50",
                "\uD87A\uDFF0",
                "\uD840\uDC00",
                "⿰木土",
                "\u2FFC",
                "买买提·吐尔逊",
                "Ａ－１",
                "é",
                "葛󠄀",
                "👨‍👩‍👧",
                "❤️",
                "🫠",
                "一\t二\r\n三",
                "\u3000\u3000第一段",
                "〇",
                "\u9FFF"
            })
    void rareCharactersNamesAndPicturesAreKept(String text) {
        assertThat(TextCharacters.fault(text)).isEmpty();
        assertThat(TextCharacters.shown(text)).isEqualTo(text.replace("\r\n", "\n"));
    }

    @Test
    void whatNeitherShowsNorChangesWhatShowsIsLeftAway() {
        var text = "\uFEFF\u00A0张\u200B丽\u00AD\u2060\u200D\u3000\r\n2幢\u2028";
        assertThat(TextCharacters.fault(text)).isEmpty();
        assertThat(TextCharacters.shownOnOneLine(text)).isEqualTo("张丽  2幢");
        assertThat(TextCharacters.shown("一\r二\u0085三")).isEqualTo("一\n二\n三");
        assertThat(TextCharacters.shown("e\u0301")).isEqualTo("é");
    }

    @ParameterizedTest
    @CsvSource({
        "2027/2/5,",
        "2027-02-05,",
        "2027.2.5,",
        "2027年2月5日,",
        "２０２７－２－５,",
        "20270205,",
        "2027年2月5日（周五）,",
        "2027-2-5 9:30,09:30",
        "2027/02/05 09:30:15,09:30:15",
        "2027-02-05T09:30,09:30",
        "2027年2月5日 9时30分,09:30"
    })
    void dateIsReadHoweverItIsWritten(String text, LocalTime time) {
        assertThat(WrittenDate.read(text)).hasValue(new WrittenDate(LocalDate.of(2027, 2, 5), time));
    }

    @ParameterizedTest
    @ValueSource(strings = {"27/2/5", "2027-2-30", "2027-13-1", "2-5", "2027年2月", "2027-2-5 25:00", "46423", "元旦", ""})
    void whatIsNoDateIsNotTakenForOne(String text) {
        assertThat(WrittenDate.read(text)).isEmpty();
    }
}
