package org.qibu.privacy;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds what looks like somebody's name though no list knows it: a surname with one or two signs where people are spoken
 * of, and names with a dot in them. It warns; whether it is a name a person decides.
 */
final class LikelyNames {

    private static final String SURNAME = "(?:" + Surnames.COMPOUND + "|[" + Surnames.SINGLE + "])";
    private static final String GIVEN = "[\\p{IsHan}&&[^某的了着是在有和与及或不也都就到说被把对向从给让你我他她它们这那其此每户室幢栋楼号个位但而且请应该能已没无等]]";
    private static final String TITLE =
            "(?!先生|女士|小姐|师傅|同志|阿姨|大爷|大妈|老师|主任|书记|经理|家(?:门|里|养|漏|的|和|与|桥|弄|园|村|河|湾|塘|坝|庄|巷|浜|漾))";
    private static final String BEFORE = "(?<=^|[\\s，。、；：！？,.;:!?（(“\"‘《—-]|[室户幢元号楼家由向找请叫为与和及对跟让被给经问听据帮替陪同住]"
            + "|业主|居民|住户|村民|邻居|老人|户主|租客|房东|群众|同志|组长|队长|书记|主任|代表|楼道长|网格员|志愿者|负责人|联系人|姓名|我叫|我是|名叫|本人|妻子|丈夫|儿子|女儿"
            + "|父亲|母亲|老公|老婆|孙子|孙女|爷爷|奶奶|保姆|夫妇|人员|成员|委员|经理|医生|律师|工程师|老师|社工|先生|女士|联系|通知|感谢|委托|推举|选举|邀请)";
    private static final String AFTER =
            "(?=反映|表示|同意|反对|不同意|认为|提出|要求|希望|建议|投诉|主张|说|称|讲|家|户|宅|先生|女士|小姐|同志|师傅|阿姨|叔叔|大爷|大妈|大伯|老师"
                    + "|老人|主任|书记|经理|医生|律师|等|夫妇|夫妻|一家|本人|自己|到场|参加|出席|主持|记录|签字|发言|负责|联系|代表|住|是|在|向|把|被|已|也|都|去|来|和|与|及|的"
                    + "|[，。、；：！？,.;:!?）)”\"’》—\\s（(]|[＊*]|$)";
    private static final Pattern IN_CONTEXT = Pattern.compile(
            "(?=" + SURNAME + ")" + BEFORE + "(" + SURNAME + TITLE + GIVEN + "{1,2}?)" + AFTER, Pattern.MULTILINE);
    private static final Pattern AFTER_A_ROLE =
            Pattern.compile("(?:业主|居民|住户|村民|邻居|户主|租客|房东|负责人|联系人|姓名|我叫|我是|名叫|本人|妻子|丈夫|儿子|女儿"
                    + "|父亲|母亲|老公|老婆|楼道长|网格员|志愿者)[：: ]?(" + SURNAME + TITLE + GIVEN + "{2})");
    private static final Pattern WITH_ROLE = Pattern.compile(
            "(" + SURNAME + TITLE + GIVEN + "{1,2})(?=反映|表示|同意|不同意|认为|提出|先生|女士|师傅|阿姨|大爷|大妈|老师|家(?:门口|里|养|漏|的))");
    private static final String PART = "[\\p{IsHan}]{2,8}";
    private static final Pattern DOTTED =
            Pattern.compile("(" + PART + "(?:[·•・‧∙⋅．](?:" + PART + "?" + AFTER + "|" + PART + "))+)");

    /** Words that begin like a name and are none, by their first two signs. */
    private static final Set<String> WORDS = Set.of(
            "安全", "安排", "安装", "安置", "安静", "安心", "包括", "包含", "毕竟", "边界", "常见", "常住", "车库", "车位", "车辆", "车棚", "车主", "成本",
            "成立", "成员", "成为", "成功", "程序", "程度", "池塘", "池阳", "充电", "党员", "党委", "党群", "党支", "党组", "单元", "单位", "单独", "邓小",
            "东门", "东侧", "东边", "东区", "方案", "范围", "何时", "何种", "何处", "方便", "方法", "方式", "方面", "方向", "房屋", "房东", "房间", "费用",
            "符合", "付款", "付费", "干净", "干扰", "干部", "高度", "高层", "高峰", "高空", "高龄", "高温", "公共", "公告", "公开", "公示", "公司", "公约",
            "公园", "公益", "公用", "公布", "公平", "古树", "古城", "关于", "关系", "关心", "关注", "关闭", "管理", "管道", "管线", "广场", "广告", "贵重",
            "国家", "国务", "河道", "河滨", "红光", "红色", "红线", "洪水", "华丽", "黄色", "黄昏", "惠民", "计划", "计算", "计票", "纪要", "纪律", "季度",
            "江南", "姜汤", "蒋家", "焦点", "解决", "解释", "解除", "金额", "金融", "经费", "经过", "经营", "景观", "居委", "居民", "居住", "空间", "空调",
            "空地", "孔洞", "雷电", "乐意", "黎明", "李家", "利用", "利益", "历史", "连续", "连接", "联系", "梁柱", "林木", "凌晨", "路口", "路灯", "路面",
            "路边", "陆续", "绿化", "罗列", "马路", "马上", "满意", "满足", "毛病", "梅雨", "门口", "孟春", "米左", "苗木", "明确", "明显", "明天", "明年",
            "明白", "莫名", "木材", "木板", "目前", "南门", "南侧", "能够", "能力", "年度", "牛奶", "欧洲", "平台", "平方", "平时", "平均", "平安", "齐全",
            "钱款", "强调", "强制", "强烈", "秦淮", "秋季", "曲线", "屈服", "全部", "全体", "全额", "全面", "全程", "任何", "任务", "任期", "荣誉", "容易",
            "阮家", "商量", "商户", "商业", "商铺", "上门", "邵家", "申请", "申报", "沈家", "施工", "石材", "石头", "时间", "时候", "时段", "史料", "舒适",
            "水电", "水管", "水费", "水泵", "水箱", "水质", "司机", "宋代", "苏州", "孙女", "孙子", "谈话", "谈判", "汤水", "唐代", "陶瓷", "田地", "童年",
            "通过", "通知", "通道", "通行", "通风", "万元", "万一", "汪洋", "王家", "危险", "危房", "韦编", "卫生", "卫视", "魏塘", "温度", "温馨", "文明",
            "文化", "文件", "文字", "闻到", "吴兴", "伍拾", "武装", "西门", "西侧", "席位", "夏天", "夏季", "夏日", "项目", "相关", "相邻", "相互", "向阳",
            "向社", "萧山", "谢谢", "幸福", "修缮", "修理", "修改", "徐徐", "许可", "许多", "宣传", "薛家", "严重", "严格", "严禁", "阳台", "阳光", "杨树",
            "杨柳", "姚家", "叶片", "易燃", "殷切", "应当", "应该", "应急", "应到", "尤其", "游戏", "于是", "余额", "余款", "俞家", "元旦", "元件", "袁家",
            "苑区", "乐队", "云南", "臧家", "曾经", "翟家", "占用", "张贴", "章程", "赵家", "郑重", "支付", "支出", "支持", "支部", "钟头", "钟点", "仲裁",
            "周边", "周围", "周末", "周期", "周一", "周二", "周三", "周五", "周六", "周日", "朱红", "诸多", "祝愿", "祝贺", "庄严", "卓越", "宗旨", "邹家",
            "祖国", "左右", "左侧", "左边", "花园", "花坛", "花盆", "花费", "柏油", "白天", "白色", "班子", "班组", "代表", "代理", "代办", "冷静", "冷水",
            "招标", "招募", "周转", "金色", "夏令", "齐心", "庞大", "屠宰", "董事", "纪念", "干道", "宗祠", "毛竹", "郁闷", "包干", "路名", "盛典", "危墙",
            "张榜", "张表", "张票", "张选", "张纸", "张照", "张桌", "向大", "张计", "戴帽", "戴口", "任一", "招聘", "桂花", "和平", "和睦", "和谐", "后续",
            "后来", "后果", "查看", "查询", "查验", "查明", "养老", "养护", "养狗", "养宠", "相当", "楼道", "楼上", "楼下", "楼梯", "楼长", "从事", "从此",
            "首次", "首先", "步骤", "步行", "都市", "厉害", "隆重", "广泛", "广大", "别墅", "权利", "权益", "勾选", "容量", "饶恕", "简单", "简易", "代为",
            "修复", "修建", "连同", "充分", "充足", "习惯", "古老", "易于", "慎重", "终止", "终于", "暨有", "衡量", "弘扬", "丰富", "关爱", "益处", "付清",
            "铁门", "铁栏", "涂料", "涂改", "揣测", "司法", "阴雨", "双方", "双休", "双向", "逄家", "扶梯", "扶手", "堵塞", "堵住", "牛皮", "寿命", "通讯",
            "边上", "浦东", "农村", "农行", "农业", "农户", "温州", "慕名", "艾草", "鱼池", "容纳", "东湖", "东路", "西路", "沃土", "强化", "贾家", "江苏",
            "江边", "颜色", "郭家", "梅花", "盛夏", "盛大", "林荫", "林带", "徐家", "骆驼", "田间", "胡同", "胡乱", "霍乱", "支架", "柯桥", "经理", "经济",
            "经常", "裘皮", "干燥", "宗教", "杭州", "湖州", "诸位", "左转", "石板", "石路", "程控");

    /** Surnames that are everyday words as well; two signs that begin with one are taken for a name only by a third. */
    private static final String OFTEN_A_WORD = "和于时成从都向能经关全别公相通解应支利后连单计边步那满充首查勾代要常平管过曾安方高明花水车";

    /** Words that people are called as well; more than these two signs of them are none. */
    private static final Set<String> ALSO_GIVEN = Set.of(
            "建设", "平安", "文明", "国庆", "解放", "胜利", "团结", "友谊", "光明", "幸福", "中秋", "明明", "刚刚", "天天", "常常", "连连", "清明", "立春",
            "春天", "阳光", "安宁", "安康", "健康", "新建", "爱国", "卫国", "建国", "民主", "和气", "勇敢", "志愿", "自强", "自立", "金山", "银行", "长江",
            "黄河", "泰山", "华山", "江山", "秦岭", "温泉", "石头", "高原", "高山", "高兴", "白云", "白雪", "雪花", "田野", "马达", "万一", "万幸", "严肃",
            "严明", "汪洋", "夏天", "秋天", "金星", "红星");

    private static final Pattern WHOLE = Pattern.compile("(?:" + SURNAME + GIVEN + "{1,2}|" + PART + "(?:[·•・‧∙⋅．]"
            + PART + ")+|\\p{Lu}[\\p{IsLatin}'.]+(?:[ -]\\p{Lu}[\\p{IsLatin}'.]*)+)");
    private static final Pattern BETWEEN = Pattern.compile("[\\s、，,；;/（）()：:|和与]+");
    private static final Pattern TITLE_AT_END = Pattern.compile("(?:先生|女士|小姐|同志|师傅|老师|阿姨|大爷|大妈|夫妇|夫妻|主任|书记|经理|代表)$");

    /** Two or three words in letters, each with a capital one: Maria Lopez. */
    private static final Pattern LETTERS = Pattern.compile(
            "(?<![\\p{IsLatin}0-9])\\p{Lu}[\\p{IsLatin}']+(?:[ -]\\p{Lu}[\\p{IsLatin}'-]+){1,2}(?![\\p{IsLatin}0-9])");

    private static final String SYLLABLE =
            "(?:(?:zh|ch|sh|[bpmfdtnlgkhjqxzcsryw])?(?:iang|iong|uang|[aeio]ng|uai|ian|iao|uan|ai|ei|ui|ao|ou|iu|ie|[uv]e|er|[aeiuv]n|[aeiouv]))";

    /** A surname of one syllable and a given name of one or two, each with a capital letter: Fan Sanyuan, FAN San-yuan. */
    private static final Pattern PINYIN = Pattern.compile("(?<![\\p{IsLatin}0-9])(?=[A-Z])(?i:" + SYLLABLE
            + "),? (?=[A-Z])(?i:" + SYLLABLE + "(?:['-]?" + SYLLABLE
            + ")?)(?![\\p{IsLatin}0-9-]| (?i:road|rd|street|district|park|community|county|city|town)\\b)");

    private static final Pattern NO_NAMES = Pattern.compile(
            "(?i)\\b(?:room|building|block|flat|unit|floor|road|street|the|no|wi|fi|app|pay|led|pm|am|gb|iso|id|vip|ai|hz|as|pdf|excel|word|android|apple|apartment|office|qibu|camunda|tasklist|cockpit|new year|open day|hong kong|tai chi|kung fu|feng shui|bei jing|shang hai|zhe jiang|hang zhou|hu zhou|tai ping|tai hu|ren min|xin hua|jian she|zhong shan|wu xing|tong xiang|xiao shan)\\b");

    private static final long MOST_SIGNS_REMEMBERED = 1_000_000;

    /** The same title and the same answer go into many pages, papers and mails. */
    private static final Cache<String, List<Span>> SURE = Caffeine.newBuilder()
            .maximumWeight(MOST_SIGNS_REMEMBERED)
            .expireAfterAccess(Duration.ofHours(1))
            .weigher((String text, List<Span> found) -> text.length() + 1)
            .build();

    private LikelyNames() {}

    /** Whether the whole of it is a word of every day. */
    static boolean isWord(String name) {
        return WORDS.contains(name) || ALSO_GIVEN.contains(name);
    }

    /** The names in a cell where people are to be named: all of it, or what stands there beside a title, a room, a number. */
    static Stream<String> named(String cell) {
        var whole = withoutTitle(cell.strip());
        var parts = BETWEEN.splitAsStream(cell).map(LikelyNames::withoutTitle);
        var spoken = in(cell).stream().map(span -> cell.substring(span.start(), span.end()));
        return isOne(whole)
                ? Stream.of(whole)
                : Stream.concat(parts.filter(LikelyNames::isOne), spoken).distinct();
    }

    private static String withoutTitle(String name) {
        return TITLE_AT_END.matcher(name).replaceFirst("");
    }

    private static boolean isOne(String text) {
        return WHOLE.matcher(text).matches() && isPossible(text);
    }

    /** Everything in the text that may be a name; what is masked in it already is none. */
    static List<Span> in(String text) {
        var found = new ArrayList<>(spokenOf(text));
        found.addAll(NamesAmongWords.in(text));
        found.addAll(inLetters(text, LETTERS));
        return Span.apart(found);
    }

    /**
     * What is a name with so little doubt that it may be hidden without asking anybody: a full name where people are spoken
     * of, a surname between words, a Chinese name in Latin letters.
     */
    static List<Span> surely(String text) {
        return SURE.get(text, LikelyNames::findSurely);
    }

    private static List<Span> findSurely(String text) {
        var found = new ArrayList<>(NamesAmongWords.in(text));
        spokenOf(text).stream()
                .filter(span -> SpokenOf.surely(text, span.start(), span.end()))
                .forEach(found::add);
        inLetters(text, PINYIN).stream()
                .filter(span -> isOftenASurname(text.substring(span.start(), span.end())))
                .forEach(found::add);
        return List.copyOf(Span.apart(found));
    }

    private static boolean isOftenASurname(String letters) {
        return Pinyin.surnames().contains(letters.split("[ ,]")[0].toLowerCase(Locale.ROOT));
    }

    private static List<Span> spokenOf(String text) {
        var found = new ArrayList<Span>();
        for (var pattern : List.of(IN_CONTEXT, AFTER_A_ROLE, WITH_ROLE, DOTTED)) {
            var matcher = pattern.matcher(text);
            for (int from = 0; matcher.find(from); from = matcher.start(1) + 1) {
                var words = matcher.group(1);
                if (isPossible(words) && !NamesAmongWords.isCount(words.substring(0, 1), text, matcher.start(1))) {
                    found.add(new Span(
                            matcher.start(1), matcher.end(1), NameIndex.masked(words), Finding.Kind.LIKELY_NAME));
                }
            }
        }
        return found;
    }

    private static List<Span> inLetters(String text, Pattern names) {
        return names.matcher(text)
                .results()
                .filter(hit -> !NO_NAMES.matcher(hit.group()).find())
                .map(hit -> new Span(hit.start(), hit.end(), NameIndex.masked(hit.group()), Finding.Kind.LIKELY_NAME))
                .toList();
    }

    private static boolean isPossible(String words) {
        return !isOrdinary(words)
                && !(words.length() == 3 && isWordOnly(words.substring(1)))
                && (OFTEN_A_WORD.indexOf(words.charAt(0)) < 0
                        || words.length() > 2 && NamesAmongWords.isOftenGiven(words.substring(1)));
    }

    /** Whether it is a word of every day that nobody is called by. */
    static boolean isWordOnly(String given) {
        return WORDS.contains(given) && !ALSO_GIVEN.contains(given) && !NamesAmongWords.isOftenGiven(given);
    }

    /** Whether it is masked already or begins with a word of every day. */
    static boolean isOrdinary(String words) {
        return words.contains("某") || WORDS.contains(words.substring(0, Math.min(2, words.length())));
    }
}
