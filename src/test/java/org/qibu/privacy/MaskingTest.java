package org.qibu.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.qibu.text.ComparisonKey;

/** Nothing personal leaves in a text, in whichever writing it stands there; and what is nobody's stays as it is. */
class MaskingTest {

    private static final List<String> NAMES = List.of(
            "王建国", "王建", "沈巧云", "欧阳明", "Maria Lopez", "Li Na", "买买提·吐尔逊", "王䶮", "䶮", "𬭎", "𬭎英", "李𬭎", "范三元", "叶二梅");

    private static String masked(String text) {
        return Masking.ofNames(NAMES).mask(text).toString();
    }

    @ParameterizedTest
    @CsvSource({
        "王建国反映异味, 王某某反映异味",
        "王建和王建国都同意, 王某某和王某某都同意",
        "欧阳明主持, 欧阳某某主持",
        "Maria Lopez 发言, M** 发言",
        "MARIA LOPEZ 发言, M** 发言",
        "ＭａｒｉａＬｏｐｅｚ发言, M**发言",
        "Li Na 和 Li Naidu 到场, L** 和 Li Naidu 到场",
        "范 三 元同意, 范某某同意",
        "范　三　元同意, 范某某同意",
        "范·三·元同意, 范某某同意",
        "范\u200B三\u200B元同意, 范某某同意"
    })
    void leavesOnlyTheSurname(String text, String published) {
        assertThat(masked(text)).isEqualTo(published);
    }

    @ParameterizedTest
    @CsvSource({
        "买买提·吐尔逊反映异味, 买某某反映异味",
        "买买提•吐尔逊也同意, 买某某也同意",
        "买买提．吐尔逊也同意, 买某某也同意",
        "买买提∙吐尔逊也同意, 买某某也同意",
        "买买提吐尔逊也同意, 买某某也同意",
        "买买提 · 吐尔逊也同意, 买某某也同意",
        "买买提说可以, 买某某说可以",
        "王䶮不同意, 王某某不同意",
        "䶮老师到场, 䶮老师到场",
        "𬭎某到场, 𬭎某到场",
        "𬭎英和李𬭎都来了, 𬭎某某和李某某都来了"
    })
    void knowsMinorityAndRareNamesAndLeavesASingleSign(String text, String published) {
        assertThat(masked(text)).isEqualTo(published);
    }

    @ParameterizedTest
    @CsvSource({
        "买买提·吐尔逊, 买买提•吐尔逊",
        "买买提·吐尔逊, 买买提・吐尔逊",
        "Maria Lopez, ＭＡＲＩＡ　ＬＯＰＥＺ",
        "Maria Lopez, Mаria Lopez",
        "范三元, 范 三元",
        "O'Neil, O’Neil"
    })
    void whatTheRollsTakeForOneNameIsOneNameHere(String name, String written) {
        assertThat(ComparisonKey.same(name, written)).isTrue();
        assertThat(Masking.ofNames(List.of(name)).mask("有" + written + "到场"))
                .doesNotContain(written)
                .hasToString("有" + NameIndex.masked(name) + "到场");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "5幢2单元301室漏水|5幢2单元某室漏水",
                "5 幢 2 单元 301 漏水|5 幢 2 单元 某室 漏水",
                "3号楼1202户|3号楼某室",
                "12栋1104室门口|12栋某室门口",
                "住在 602 室|住在 某室",
                "5-2-301 楼上|5-2-某室 楼上",
                "3幢201室|3幢某室",
                "201室|某室",
                "３幢２０１室|３幢某室",
                "三幢二〇一室|三幢某室",
                "三幢二零一室|三幢某室",
                "三幢二百零一室|三幢某室",
                "3-2-201|3-2-某室",
                "3－2－201|3－2－某室",
                "3—2—201|3—2—某室",
                "3/2/201|3/2/某室",
                "3.2.201|3.2.某室",
                "3幢2-201|3幢某室",
                "3幢-2-201|3幢某室",
                "3幢201、202、301室|3幢某室",
                "3幢301室漏水到201|3幢某室漏水到某室",
                "某室漏水到201|某室漏水到某室",
                "楼上301吵到楼下201|楼上某室吵到楼下某室",
                "3幢301室空调滴水，301一直不修|3幢某室空调滴水，某室一直不修",
                "3幢2单元6楼东户|3幢2单元6楼某室",
                "3幢B座1201|3幢B座某室",
                "3-201漏水|3-某室漏水",
                "我家住3-201|我家住3-某室",
                "301漏到201了|某室漏到某室了",
                "202阿姨说了|某室阿姨说了",
                "5幢301 302 303|5幢某室",
                "三幢贰佰零壹室|三幢某室",
                "3幢顶楼西户|3幢顶楼某室",
                "3幢二楼东边那家|3幢二楼某室",
                "Room 201, Building 3|Room 某室, Building 3",
                "Bldg 3 Flat 201|Bldg 3 Flat 某室",
                "2单元201|2单元某室",
                "3#201室|3#某室",
                "我是3幢201室的范三元，电话13857200417|我是3幢某室的范某某，电话＊＊＊",
                "范三元家，13857200417|范某某家，＊＊＊"
            })
    void leavesTheBuildingButNotTheHome(String text, String published) {
        assertThat(masked(text)).isEqualTo(published);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "地点：社区议事厅201室",
                "地点：爱山社区居委会二楼203室",
                "地点：党群服务中心 301 室",
                "2026-12-24 开工，2026年12月24日验收，编号 HZ-AS-2026-0017，费用 48600.00 元，36 户，3 幢楼",
                "2026-11-30 2026-12-15 两次开会",
                "2026/11/30 10:00 至 2026/12/15 18:00",
                "应到 12 人，实到 10 人；影响 120 户，涉及3幢 楼",
                "1幢临广场一侧二十四户",
                "乘坐201路公交",
                "3幢2026年漏水三次",
                "投放点距最近窗户八米，三幢楼都有异味",
                "表决 HZ-AS-2026-0017-P1，同意 200 户，反对 100 户",
                "校验码 4b227777d4dd1fc61c6f884f48641d02b4d121d3fd328cb08b5531fcacdabf8a",
                "维修资金 200000.00 元，分 3 期，每期 66666.67 元",
                "热线 12345，物业每周 2 次清洗",
                "爱山路501号门前积水",
                "第201条，2026年，201户居民，3-2-1方案，湖建〔2026〕201号，JGJ 16-2008",
                "3号楼120户投票，同意201票，反对102票；同意201，反对102",
                "地点：2号楼201活动室",
                "编号#102，选票 1-101 至 1-119，第 1-101，12-101 号文件",
                "共13、15、17、19、21号楼；预算150,1200,3000元；2021、2022、2023、2024年",
                "＊＊＊ 某室 王某某"
            })
    void leavesDaysNumbersMoneyAndPublicPlacesAlone(String text) {
        assertThat(masked(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "请打13857200417联系|请打＊＊＊联系",
                "请打 138-5720-0417 联系|请打 ＊＊＊ 联系",
                "请打138 0000 0000联系|请打＊＊＊联系",
                "请打１３８５７２００４１７联系|请打＊＊＊联系",
                "请打一三八五七二零零四一七联系|请打＊＊＊联系",
                "请打幺三八五七二〇〇四幺七联系|请打＊＊＊联系",
                "请打138·5720·0417联系|请打＊＊＊联系",
                "请打1 3 8 5 7 2 0 0 4 1 7联系|请打＊＊＊联系",
                "请打138.5720.0417联系|请打＊＊＊联系",
                "请打138，5720，0417联系|请打＊＊＊联系",
                "请打138～5720～0417联系|请打＊＊＊联系",
                "请打138  5720   0417联系|请打＊＊＊联系",
                "请打+86(138)57200417联系|请打＊＊＊联系",
                "请打一三八、五七二零、零四一七联系|请打＊＊＊联系",
                "请打١٣٨٥٧٢٠٠٤١٧联系|请打＊＊＊联系",
                "请打13857200oo7联系|请打＊＊＊联系",
                "tel:+1 415 555 2671|tel:＊＊＊",
                "发到fan123 at qq dot com|发到＊＊＊",
                "发到 fan123#qq.com|发到 ＊＊＊",
                "wechat id is fan123456|wechat id is ＊＊＊",
                "浙 E 12345 占道|＊＊＊ 占道",
                "330501 1980-01-01 1234|＊＊＊",
                "请打138\u200B5720\u200B0417联系|请打＊＊＊联系",
                "请打+86 138 5720 0417联系|请打＊＊＊联系",
                "请打8613857200417联系|请打＊＊＊联系",
                "请打86-13857200417联系|请打＊＊＊联系",
                "固话0572-2031234|固话＊＊＊",
                "固话（0572）2031234|固话＊＊＊",
                "固话0572 2031 234 转 8012|固话＊＊＊",
                "家里电话2031234|家里电话＊＊＊",
                "发到 shen.qy@qibu.example 即可|发到 ＊＊＊ 即可",
                "发到shen.qy＠qibu。example即可|发到＊＊＊即可",
                "发到 吴三@qibu.example|发到 ＊＊＊",
                "身份证330501198001011234不公开|身份证＊＊＊不公开",
                "身份证33050119800101123X的人|身份证＊＊＊的人",
                "身份证 330501 19800101 1234 不公开|身份证 ＊＊＊ 不公开",
                "证件330501800101123不公开|证件＊＊＊不公开",
                "３３０５０１１９８００１０１１２３Ｘ|＊＊＊",
                "卡号6222 0212 3456 7890 123|卡号＊＊＊",
                "6222021234567890123 转账|＊＊＊ 转账",
                "微信：qibu_2026|微信：＊＊＊",
                "微信号是 fan123456|微信号是 ＊＊＊",
                "加VX fan_123|加VX ＊＊＊",
                "QQ 3141592653|QQ ＊＊＊",
                "浙E·12345 占道|＊＊＊ 占道",
                "浙E12A45占道|＊＊＊占道",
                "浙AD12345占道|＊＊＊占道"
            })
    void leavesNoNumberOfAPerson(String text, String published) {
        assertThat(masked(text)).isEqualTo(published);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "138\n5720\n0417",
                "138 5720\r\n0417",
                "330501\n19800101\n1234",
                "6222\n0212\n3456\n7890",
                "范\n三元"
            })
    void leavesNothingThatIsBrokenOverLines(String text) {
        assertThat(masked("有：" + text)).doesNotContainPattern("[0-9三]");
    }

    @ParameterizedTest
    @CsvSource({
        "三元夫妇不同意, 某某夫妇不同意",
        "三元不同意，三元说要告, 某某不同意，某某说要告",
        "二梅家漏水, 某某家漏水",
        "Lopez 同意, L** 同意",
        "吐尔逊说可以, 吐某某说可以",
        "一元三元五元, 一元三元五元",
        "十三元一次, 十三元一次"
    })
    void knowsThoseWhomATextConcernsByAPartOfTheirName(String text, String published) {
        assertThat(masked(text)).isEqualTo(published);
    }

    @ParameterizedTest
    @CsvSource({
        "早高峰堵车，用电高峰期，晚高峰。, 早高峰堵车，用电高峰期，晚高峰。",
        "高峰说他不同意，由高峰负责, 高某某说他不同意，由高某某负责",
        "3幢1单元漏水，单元门坏了, 3幢1单元漏水，单元门坏了",
        "维护和平与安全, 维护和平与安全"
    })
    void leavesWordsThatSomebodyIsCalledByUnlessAPersonIsSpokenOf(String text, String published) {
        assertThat(Masking.ofNames(List.of("高峰", "单元", "和平")).mask(text)).hasToString(published);
    }

    @Test
    void findsGivenNamesOfTheCommunityOnlyBeforeATitle() {
        var masker = new Masker(new NameIndex(List.of("范三元", "刘建设")), List.of(), List.of());

        assertThat(masker.mask("三元夫妇说三元一次；建设同意")).hasToString("某某夫妇说三元一次；建设同意");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "陈小明|陈小明",
                "业主陈小明先生（3幢）|陈小明",
                "陈小明、李四 13857200417|陈小明+李四",
                "阿依古丽·买买提|阿依古丽·买买提",
                "Maria Lopez|Maria Lopez",
                "施工队|",
                "物业公司|",
                "P020|"
            })
    void readsNamesWherePeopleAreToBeNamed(String cell, String names) {
        assertThat(Masking.namesIn(cell)).containsExactlyInAnyOrder(names == null ? new String[0] : names.split("\\+"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "问 66123456。|66123456",
                "账本 fan88xy 在 501 那里|fan88xy 501",
                "收入：12000，支出：11600 元，2026-11-30 19:30，第278条，HZ-AS-2026-0001|"
            })
    void pointsOutNumbersThatMayBeSomebodys(String text, String doubts) {
        var masker = Masking.ofNames(List.of());

        assertThat(masker.doubts(masker.mask(text)))
                .extracting(Finding::words)
                .containsExactly(doubts == null ? new String[0] : doubts.split(" "));
    }

    @Test
    void hidesWhatIsLikelyANameInTextsNobodyIsShownBefore() {
        var masker = Masking.ofNames(List.of()).unseen();

        assertThat(masker.mask("业主陈小明说可以，请王大海先生到场；何时施工，由业主大会决定，居民反映方案可行。"))
                .hasToString("业主陈某某说可以，请王某某先生到场；何时施工，由业主大会决定，居民反映方案可行。");
    }

    @Test
    void takesNeitherAKindOfPersonNorABodyForAName() {
        var names = Arrays.asList("居民", "爱山社区", "湖州吴兴爱山城建开发有限公司", "", null);

        assertThat(Masking.ofNames(names).mask("居民向爱山社区反映，湖州吴兴爱山城建开发有限公司已到场"))
                .hasToString("居民向爱山社区反映，湖州吴兴爱山城建开发有限公司已到场");
    }

    @Test
    void leavesWhatTheCommunityItselfIsCalledAndWhereItIs() {
        var open = List.of("0572-2031234", "爱山路8号3幢101室", "王建国律师事务所");
        var masker = new Masker(new NameIndex(NAMES), List.of(), open);

        assertThat(masker.mask("地点：爱山路8号3幢101室，电话：0572-2031234，王建国律师事务所的王建国"))
                .hasToString("地点：爱山路8号3幢101室，电话：0572-2031234，王建国律师事务所的王某某");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "我是3幢201室的范三元，电话13857200417，微信 fan_123",
                "买买提·吐尔逊住5-2-301，33050119800101123X",
                "浙E·12345 停在三幢二〇一室门口，发到 a.b@qibu.example",
                "3幢301室漏水到201，301不修，欧阳明和Maria Lopez不同意"
            })
    void aMaskedTextMaskedAgainStaysAsItIs(String text) {
        assertThat(masked(masked(text))).isEqualTo(masked(text));
        assertThat(Masking.ofNames(NAMES).findings(masked(text))).isEmpty();
    }

    @Test
    void saysWhatItWouldHideAndWhere() {
        assertThat(Masking.ofNames(NAMES).findings("3幢302室范三元家养狗扰民，打13857200417"))
                .extracting(Finding::kind, Finding::words)
                .containsExactly(
                        tuple(Finding.Kind.ROOM, "302室"),
                        tuple(Finding.Kind.NAME, "范三元"),
                        tuple(Finding.Kind.NUMBER, "13857200417"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "3幢某室郭一舟家养狗扰民，妻子方小梅骂人|郭一舟 方小梅",
                "现场由李四负责|李四",
                "（欧阳修远）签字|欧阳修远",
                "阿布都热合曼·买买提不同意|阿布都热合曼·买买提",
                "负责人：诸葛亮，已到场|诸葛亮",
                "请张三说明|张三",
                "业主陈美丽反映楼道堆物|陈美丽",
                "钱大海表示同意，孙小红也同意|钱大海 孙小红",
                "上官云表示反对|上官云"
            })
    void warnsOfWhatLooksLikeANameThoughNoListKnowsIt(String text, String likely) {
        var masker = Masking.ofNames(List.of());

        assertThat(masker.doubts(masker.mask(text))).extracting(Finding::words).containsExactly(likely.split(" "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "居民反映投放点夏天异味大，离住户窗户不到十米，希望换个位置。",
                "物业当天清洗，每周消毒一次；费用从公共收益中支付。",
                "王某某和范某某表示同意，某室住户说明了情况。",
                "对办理结果有异议的，可在公示期内向社区提出。",
                "现场查看属实，安全隐患由物业公司负责，方案已公示。",
                "移到停车场北侧，加装洗手池和照明。"
            })
    void doesNotCryWolfOverOrdinaryWords(String text) {
        var masker = Masking.ofNames(List.of());

        assertThat(masker.doubts(masker.mask(text))).isEmpty();
    }

    @Test
    void masksQuicklyWhateverTheTextAndHoweverManyNames() {
        var names = new ArrayList<>(IntStream.range(0, 100_000)
                .mapToObj(i -> "王" + Character.toString(0x4E00 + i % 20_000) + Character.toString(0x4E00 + i / 5))
                .toList());
        names.add("范三元");
        var masker = new Masker(new NameIndex(names), List.of(), List.of());
        var endless = "王范三元反映，".repeat(1_000) + "a".repeat(20_000) + "1-".repeat(10_000) + "2 ".repeat(10_000);

        assertThat(assertTimeoutPreemptively(Duration.ofSeconds(20), () -> masker.mask(endless)))
                .asString()
                .contains("范某某反映")
                .doesNotContain("范三元");
    }
}
