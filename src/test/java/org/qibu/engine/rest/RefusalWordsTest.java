package org.qibu.engine.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever the engine refuses is answered with a Chinese sentence first, never with its numbers and class names. */
class RefusalWordsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "400|The given authenticated user password is not valid.|现在的密码不对，请重新输入。",
                "400|Cannot set query sortBy parameter to value nope|不能按“nope”排序。",
                "400|Cannot set query parameter 'createdAfter' to value 'x': Cannot convert|查询条件“createdAfter”的值“x”看不懂。",
                "404|No matching task with id x|没有找到，可能已经办完或已删除，请刷新后再试。",
                "404|Process instance with id x does not exist|没有找到，可能已经办完或已删除，请刷新后再试。",
                "400|ENGINE-03005 Execution of it failed|请求没有被接受，请检查后再试。（Execution of it failed）",
                "409|这件事刚刚有人在办。|这件事刚刚有人在办。"
            })
    void saysItInChinese(int status, String words, String said) {
        assertThat(RefusalWords.of(status, words)).isEqualTo(said);
    }

    @Test
    void saysSomethingWhereTheEngineSaysNothing() {
        assertThat(RefusalWords.of(404, null)).startsWith("没有找到");
        assertThat(RefusalWords.of(400, null)).startsWith("请求没有被接受");
    }
}
