package org.qibu.text;

import java.util.List;

/** Writings of mail addresses and telephone numbers, and the one verdict on each that every door has to give. */
public final class Writings {

    private Writings() {}

    /** Mail can reach these. */
    public static final List<String> REACHABLE = List.of(
            "clerk@qibu.example",
            "a.b+c@mail.x-y.cn",
            "O'Hara_1@X.CN",
            "13800000000@139.com",
            "wang-wu@qq.com",
            "x@sub.mail.example.cn");

    /** No mail reaches these. */
    public static final List<String> UNREACHABLE = List.of(
            "qian@mail\u3002example",
            "sun@mailexample",
            "[li@mail.example](mailto:li@mail.example)",
            "吴三@mail.example",
            "ｚｈｏｕ＠ｍａｉｌ．ｅｘａｍｐｌｅ",
            "zhou＠mail.example",
            "zhou@mail．example",
            "wang..wu@mail.example",
            "wang@mail..example",
            ".wang@mail.example",
            "wang.@mail.example",
            "wang@mail.example.",
            "wang@mail.example\u3002",
            "wang@mail,example",
            "wang@mail，example",
            "wang@-mail.example",
            "wang@mail-.example",
            "a@[127.0.0.1]",
            "a@127.0.0.1",
            "a@localhost",
            "a@mail.e",
            "a@mail.123",
            "a@@mail.example",
            "a@b@mail.example",
            "@mail.example",
            "a@",
            "mail.example",
            "a b@mail.example",
            "a@mail.example b@mail.example",
            "a@mail.example;b@mail.example",
            "a@mail.example,b@mail.example",
            "a@mail.example、b@mail.example",
            "a@mail.example\r\nBcc: b@mail.example",
            "\"a b\"@mail.example",
            "“a@mail.example”",
            "王 <a@mail.example>",
            "<a@mail.example>",
            "mailto:a@mail.example",
            "a(家)@mail.example",
            "a@例子.cn",
            "а@mail.example",
            "a@xn--fsqu00a.cn",
            "138****0000@139.com",
            "无",
            "-");

    /** Numbers that can be dialled, each beside the one way it is kept. */
    public static final List<List<String>> DIALLED = List.of(
            List.of("13800000000", "13800000000"),
            List.of("138 0000 0000", "13800000000"),
            List.of("138-0000-0000", "13800000000"),
            List.of("138－0000—0000", "13800000000"),
            List.of("１３８００００００００", "13800000000"),
            List.of("+86 138 0000 0000", "13800000000"),
            List.of("+86-13800000000", "13800000000"),
            List.of("＋８６ 13800000000", "13800000000"),
            List.of("0086 13800000000", "13800000000"),
            List.of("86 13800000000", "13800000000"),
            List.of("(+86) 13800000000", "13800000000"),
            List.of("0572-1234567", "0572-1234567"),
            List.of("05721234567", "0572-1234567"),
            List.of("0572 1234567", "0572-1234567"),
            List.of("0572 - 123 4567", "0572-1234567"),
            List.of("(0572)1234567", "0572-1234567"),
            List.of("（0572）1234567", "0572-1234567"),
            List.of("（０５７２）１２３４５６７", "0572-1234567"),
            List.of("+86 572 1234567", "0572-1234567"),
            List.of("+86(572)1234567", "0572-1234567"),
            List.of("010-62345678", "010-62345678"),
            List.of("0572-1234567转8012", "0572-1234567转8012"),
            List.of("0572-1234567 转 8012", "0572-1234567转8012"),
            List.of("0572-1234567-8012", "0572-1234567转8012"),
            List.of("0572-1234567，分机８０１２", "0572-1234567转8012"),
            List.of("0572-1234567 ext. 8012", "0572-1234567转8012"),
            List.of("400-123-4567", "400-123-4567"),
            List.of("4001234567", "400-123-4567"),
            List.of("400 1234 567", "400-123-4567"),
            List.of("800-820-8820", "800-820-8820"),
            List.of("+852 2345 6789", "+852 2345 6789"));

    /** Numbers that cannot be dialled from elsewhere, and texts that are none. */
    public static final List<String> NOT_DIALLED = List.of(
            "1234567",
            "2112345",
            "138000000",
            "1380000000",
            "138000000000",
            "23800000000",
            "0572-12345",
            "0572-123456789",
            "138****0000",
            "13800000000、13900000000",
            "13800000000/13900000000",
            "13800000000 13900000000",
            "1380000000O",
            "电话13800000000",
            "13800000000（儿子）",
            "无",
            "-",
            "------",
            "+",
            "13800000000转8012",
            "0572-1234567转",
            "0572-1234567转总机",
            "5",
            "138.0000",
            "13800000000\r\n13900000000");
}
