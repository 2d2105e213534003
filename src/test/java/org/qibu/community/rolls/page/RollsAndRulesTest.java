package org.qibu.community.rolls.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qibu.process.ProcessTest;
import org.qibu.sheets.Column;
import org.qibu.sheets.reader.SheetReader;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.UserRequestPostProcessor;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** Rolls and rules as programs and people meet them, through the real doors. */
class RollsAndRulesTest extends ProcessTest {

    private static final String HOUSEHOLDS = "building,unit,room,householdNo,headName,email,phone\n";

    @Autowired
    private WebApplicationContext application;

    @Autowired
    private SheetReader sheets;

    private MockMvc web;

    @BeforeEach
    void aDoorWithItsLock() {
        web = MockMvcBuilders.webAppContextSetup(application)
                .apply(springSecurity())
                .build();
    }

    private static UserRequestPostProcessor as(String account, String... groups) {
        return user(account).roles(groups);
    }

    private static MockHttpServletRequestBuilder send(String kind, String place, String text) {
        return post("/api/rolls/" + kind + "?" + place)
                .contentType("text/csv")
                .content(text.getBytes(StandardCharsets.UTF_8));
    }

    private static MockMultipartFile file(String name, String text) {
        return new MockMultipartFile("file", name, "text/csv", text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aProgramImportsARollAsATableOrAsAForm() throws Exception {
        var owners = "building,unit,room,partNo,area,ownerNo,ownerName,email,phone,developer\n"
                + "9,1,101,Z-101,80.5,Z1,甲,,,false\n9,1,102,Z-102,80.50,Z1,甲,,,false\n";
        web.perform(send("owners", "community=CZ-HG&zone=door", owners).with(httpBasic("clerk", "clerk")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.rollId").isNotEmpty())
                .andExpect(jsonPath("$.rows").value(2))
                .andExpect(jsonPath("$.heads").value(1))
                .andExpect(jsonPath("$.totalArea").value("161.00"));
        web.perform(multipart("/api/rolls/households?community=CZ-HG&zone=door")
                        .file(file("h.csv", HOUSEHOLDS + "9,1,101,Z-H1,甲,,\n"))
                        .with(httpBasic("clerk", "clerk")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.totalArea").value("0.00"));
    }

    @Test
    void aRefusalSaysWhyAndNamesEveryRow() throws Exception {
        web.perform(send("households", "community=CZ-HG&zone=door", HOUSEHOLDS + ",1,101,Z-H9,甲,,\n1,1,102,,乙,,\n")
                        .with(httpBasic("clerk", "clerk")))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.errors.length()").value(2))
                .andExpect(jsonPath("$.errors[0].row").value(2))
                .andExpect(jsonPath("$.errors[0].field").value("building"))
                .andExpect(jsonPath("$.errors[0].message").value("请填写“幢”。"))
                .andExpect(jsonPath("$.errors[1].row").value(3))
                .andExpect(jsonPath("$.errorId").isNotEmpty());
        web.perform(send("households", "community=CZ-HG&zone=door", "a,b\n1,2\n")
                        .with(httpBasic("clerk", "clerk")))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.detail").value(containsString("第 1 行是“a”，不是表头。表头应当有：幢（building）")));
    }

    @Test
    void cellsThatAreNotAsTheySeemAreRefusedByRowAndColumnAndTheSheetReadIsNamed() throws Exception {
        web.perform(table("private-character.xlsx").with(httpBasic("clerk", "clerk")))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.errors[0].row").value(2))
                .andExpect(jsonPath("$.errors[0].field").value("ownerName"))
                .andExpect(jsonPath("$.errors[0].message").value("第 2 行“业主姓名”有无法识别的字，请改用标准汉字。"));
        web.perform(table("cell-reference.xlsx").with(httpBasic("clerk", "clerk")))
                .andExpect(status().isUnprocessableEntity());
        web.perform(table("hidden-sheet-first.xlsx").with(httpBasic("clerk", "clerk")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.reading").value("读取的是“业主名册”；“2019旧名册”是隐藏的，没有读取。"));
    }

    private static MockHttpServletRequestBuilder table(String name) throws IOException {
        try (var file = RollsAndRulesTest.class.getResourceAsStream("/sheets/" + name)) {
            return post("/api/rolls/owners?community=CZ-HG&zone=seen")
                    .contentType(MediaType.APPLICATION_OCTET_STREAM)
                    .content(file.readAllBytes());
        }
    }

    @Test
    void onlyTheResidentsCommitteeOfTheCommunityImports() throws Exception {
        var one = HOUSEHOLDS + "9,1,101,Z-H2,甲,,\n";
        web.perform(send("households", "community=CZ-HG&zone=door", one)).andExpect(status().isUnauthorized());
        web.perform(send("households", "community=CZ-HG&zone=door", one).with(httpBasic("clerk", "wrong")))
                .andExpect(status().isUnauthorized());
        web.perform(send("households", "community=CZ-HG&zone=door", one).with(httpBasic("rep", "rep")))
                .andExpect(status().isForbidden())
                .andExpect(jsonPath("$.detail").value("只有本社区居委会工作人员可以导入和导出名册。"));
        web.perform(send("households", "community=CZ-HG&zone=door", one).with(httpBasic("clerk-fy", "clerk-fy")))
                .andExpect(status().isNotFound());
        web.perform(send("pets", "community=CZ-HG&zone=door", one).with(httpBasic("clerk", "clerk")))
                .andExpect(status().isNotFound());
        web.perform(send("households", "community=CZ-HG", one).with(httpBasic("clerk", "clerk")))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.detail").value(containsString("小区代码")));
        web.perform(send("households", "zone=door", one).with(httpBasic("clerk", "clerk")))
                .andExpect(status().isBadRequest());
    }

    @Test
    void aPersonLooksAtTheChangesBeforeTheyAreMade() throws Exception {
        var draft = upload("personNo,name\nZ-1,甲\n<b>Z,乙\n");
        web.perform(get(draft).with(as("clerk")))
                .andExpect(content().string(containsString("有 1 处需要改正")))
                .andExpect(content().string(containsString("&lt;b&gt;Z")))
                .andExpect(content().string(not(containsString("确认导入"))));
        var fine = upload("personNo,name\nZ-1,甲\nZ-2,乙\n");
        web.perform(get(fine).with(as("clerk")))
                .andExpect(content().string(containsString("增加 2 行")))
                .andExpect(content().string(containsString("确认导入")));
        web.perform(post(fine).with(as("head")).with(csrf())).andExpect(redirectedUrl("/staff/rolls"));
        web.perform(post(fine).with(as("clerk"))).andExpect(status().isForbidden());
        web.perform(post(fine).with(as("clerk")).with(csrf())).andExpect(redirectedUrl("/staff/rolls?community=CZ-HG"));
        web.perform(get("/staff/rolls?community=CZ-HG").with(as("rep")))
                .andExpect(content().string(containsString("林晓燕")))
                .andExpect(content().string(not(containsString("导入名册"))));
        web.perform(get("/staff/rolls/export/council.xlsx?community=CZ-HG").with(as("rep")))
                .andExpect(status().isForbidden());
        var exported = web.perform(
                        get("/staff/rolls/export/council.xlsx?community=CZ-HG").with(as("clerk")))
                .andExpect(header().string("Content-Disposition", containsString("council-CZ-HG.xlsx")))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        assertThat(sheets.read("", exported, List.of(Column.required("personNo", "人员编号"))))
                .extracting(row -> row.get("personNo"))
                .containsExactly("Z-1", "Z-2");
        var caution = containsString("现行名册的 2 行，这份表格里一行也没有");
        web.perform(get(upload("personNo,name\nZ-8,丙\n")).with(as("clerk")))
                .andExpect(content().string(caution));
        web.perform(get(upload("personNo,name\nZ-1,甲\nZ-8,丙\n")).with(as("clerk")))
                .andExpect(content().string(not(caution)));
    }

    private String upload(String text) throws Exception {
        var answer = web.perform(multipart("/staff/rolls/drafts")
                        .file(file("议事会.csv", text))
                        .param("kind", "council")
                        .param("community", "CZ-HG")
                        .with(as("clerk"))
                        .with(csrf()))
                .andExpect(redirectedUrlPattern("/staff/rolls/drafts/*"))
                .andReturn();
        return answer.getResponse().getRedirectedUrl();
    }

    @Test
    void aNumberThatIsTakenIsRefusedOverRestUntilSomebodyDecides() throws Exception {
        var owners = "building,unit,room,partNo,area,ownerNo,ownerName,phone\n1,,101,T-101,80,T001,%s,%s\n";
        web.perform(send("owners", "community=CZ-HG&zone=taken-a", owners.formatted("郭一舟", "13911110001"))
                        .with(httpBasic("clerk", "clerk")))
                .andExpect(status().isOk());
        var other = owners.formatted("范三元", "(0572)1234567转8012");

        web.perform(send("owners", "community=CZ-HG&zone=taken-c", other).with(httpBasic("clerk", "clerk")))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.errors[0].row").value(2))
                .andExpect(jsonPath("$.errors[0].field").value("ownerName"))
                .andExpect(jsonPath("$.errors[0].message")
                        .value("业主编号 T001 在“taken-a”小区是郭一舟，这里是范三元；不是同一个人请换编号，同一个人改名请勾选“改名”。"));
        web.perform(send("owners", "community=CZ-HG&zone=taken-c&renamed=T009", other)
                        .with(httpBasic("clerk", "clerk")))
                .andExpect(status().isUnprocessableEntity());
        web.perform(send("owners", "community=CZ-HG&zone=taken-c&prefix=taken-c-", other)
                        .with(httpBasic("clerk", "clerk")))
                .andExpect(status().isOk());
        web.perform(send("owners", "community=CZ-HG&zone=taken-a&renamed=T001", other)
                        .with(httpBasic("clerk", "clerk")))
                .andExpect(status().isOk());
    }

    @Test
    void thePreviewAsksWhetherSomebodyWasRenamedAndOffersAPrefix() throws Exception {
        var first = upload("personNo,name\nA-1,郭一舟\n");
        web.perform(post(first).with(as("clerk")).with(csrf())).andExpect(status().is3xxRedirection());

        var second = upload("personNo,name\nA-1,范三元\n");
        web.perform(get(second).with(as("clerk")))
                .andExpect(content().string(containsString("人员编号 A-1 在议事会名册里是郭一舟，这里是范三元；")))
                .andExpect(content().string(containsString("name=\"renamed\"")))
                .andExpect(content().string(containsString("编号前加“C-”")));
        web.perform(post(second).with(as("clerk")).with(csrf())).andExpect(redirectedUrl(second));
        web.perform(post(second + "/prefix")
                        .param("prefix", "C-")
                        .with(as("clerk"))
                        .with(csrf()))
                .andExpect(redirectedUrl(second));
        web.perform(get(second).with(as("clerk")))
                .andExpect(content().string(containsString("C-A-1　范三元")))
                .andExpect(content().string(not(containsString("name=\"renamed\""))));
        web.perform(post(second + "/prefix").with(as("clerk")).with(csrf())).andExpect(redirectedUrl(second));
        web.perform(post(second).param("renamed", "A-1").with(as("clerk")).with(csrf()))
                .andExpect(redirectedUrl("/staff/rolls?community=CZ-HG"));
        web.perform(get("/staff/rolls/templates/owners.csv?zone=xc").with(as("clerk")))
                .andExpect(content().string(containsString("xc-O001")));
    }

    @Test
    void templatesAreRollsThatCanBeImported() throws Exception {
        for (var kind : List.of("owners", "households", "residents", "representatives", "council")) {
            for (var ending : List.of("xlsx", "csv")) {
                var bytes = web.perform(get("/staff/rolls/templates/" + kind + "." + ending)
                                .with(as("clerk")))
                        .andExpect(status().isOk())
                        .andReturn()
                        .getResponse()
                        .getContentAsByteArray();
                var answer = web.perform(multipart("/staff/rolls/drafts")
                                .file(new MockMultipartFile("file", "t." + ending, null, bytes))
                                .param("kind", kind)
                                .param("community", "CZ-HG")
                                .param("newZone", "hongguang")
                                .with(as("clerk"))
                                .with(csrf()))
                        .andReturn();
                web.perform(get(answer.getResponse().getRedirectedUrl()).with(as("clerk")))
                        .andExpect(content().string(containsString("确认导入")));
            }
        }
    }

    @Test
    void everybodyReadsTheRulesAndOnlyAdministratorsChangeThem() throws Exception {
        web.perform(get("/staff/rules")).andExpect(status().is3xxRedirection());
        web.perform(get("/staff/rules").with(as("rep")))
                .andExpect(content().string(containsString("到会须达到应到的三分之二以上（含本数）；同意须超过参加表决的二分之一（不含本数）")))
                .andExpect(content().string(not(containsString("/staff/rules/body/RRM"))))
                .andExpect(content().string(not(containsString("class=\"reminder\""))));
        web.perform(get("/staff/rules").param("lang", "en").with(as("rep")))
                .andExpect(content().string(containsString("At least 2/3 of those entitled must take part")));
        for (var path : List.of("/staff/rules/body/RRM", "/staff/rules/body/RRM/1949-10-01/confirm")) {
            web.perform(post(path).with(as("clerk", "residents-committee")).with(csrf()))
                    .andExpect(status().isForbidden());
        }
        web.perform(get("/staff/rules/body/RRM").with(as("clerk"))).andExpect(status().isForbidden());
        web.perform(get("/staff/rules/body/NONE").with(as("admin", "camunda-admin")))
                .andExpect(status().isNotFound());
    }

    @Test
    void administratorsAreRemindedAndRefusedAtTheField() throws Exception {
        for (var page : Arrays.asList("/staff/rules", "/staff/matters", "/staff/rolls")) {
            web.perform(get(page).with(as("modeler", "process-admin")))
                    .andExpect(content().string(containsString("class=\"reminder\"")))
                    .andExpect(content().string(containsString("条施行中的规则还没有与现行法律文本核对")));
        }
        web.perform(post("/staff/rules/body/VGM")
                        .param("validFrom", "2020-01-01")
                        .param("quorumNum", "4")
                        .param("quorumDen", "3")
                        .param("num", "1")
                        .param("den", "2")
                        .with(as("modeler", "process-admin"))
                        .with(csrf()))
                .andExpect(content().string(containsString("分子不能大于分母")))
                .andExpect(content().string(containsString("生效日期应当是今天或以后")))
                .andExpect(content().string(containsString("请填写依据的法律")));
        web.perform(post("/staff/rules/body/VGM/1949-10-01/confirm")
                        .with(as("modeler", "process-admin"))
                        .with(csrf()))
                .andExpect(redirectedUrl("/staff/rules#VGM"));
        web.perform(get("/staff/rules/body/VGM").with(as("modeler", "process-admin")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("value=\"2\"")));
    }
}
