package org.qibu.community.offices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Clock;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qibu.calendar.Calendars;
import org.qibu.community.Communities;
import org.qibu.community.Community;
import org.qibu.community.Office;
import org.qibu.community.Offices;
import org.qibu.process.ProcessTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** Who holds the offices late work is reported to, as an administrator keeps it. */
class OfficesPageTest extends ProcessTest {

    private static final String HERE = "CZ-HG";
    private static final String EMPTY = "ZZ-LEER";

    @Autowired
    private WebApplicationContext application;

    @Autowired
    private JdbcClient database;

    @Autowired
    private Offices offices;

    @Autowired
    private Communities communities;

    @Autowired
    private Clock clock;

    private MockMvc web;

    @BeforeEach
    void everybodyHeldTheirOfficeBefore() {
        web = MockMvcBuilders.webAppContextSetup(application)
                .apply(springSecurity())
                .build();
        database.sql("update office_holder set from_day = null where community_code = ?")
                .param(HERE)
                .update();
    }

    @AfterEach
    void everybodyIsBackInOffice() {
        database.sql("delete from office_holder where community_code in (?, ?)")
                .params(HERE, EMPTY)
                .update();
        database.sql("delete from community where code = ?").param(EMPTY).update();
        offices.name(HERE, Office.COMMITTEE_HEAD, "head");
        offices.name(HERE, Office.SECRETARY, "secretary");
        offices.name(HERE, Office.SUPERVISION, "supervisor");
        offices.name(HERE, Office.SUBDISTRICT_CONTACT, "subdistrict");
        offices.name(HERE, Office.FIRST_RESPONSIBLE, "leader");
        offices.name(HERE, Office.CIVIL_AFFAIRS, "bureau");
    }

    @Test
    void whoeverIsNamedHoldsItFromThatDayAndThePredecessorStaysOnRecord() throws Exception {
        name("FIRST_RESPONSIBLE", "subdistrict", today(), true).andExpect(flash().attribute("answer", "offices.kept"));

        assertThat(offices.holders(HERE, Office.FIRST_RESPONSIBLE)).containsExactly("subdistrict");
        page("?community=" + HERE)
                .andExpect(content().string(containsString("历任（1）")))
                .andExpect(content().string(containsString("蒋宏亮")))
                .andExpect(content().string(containsString("超期四级")));
        assertThat(database.sql("select to_day from office_holder where community_code = ? and account = 'leader'")
                        .param(HERE)
                        .query(LocalDate.class)
                        .single())
                .isEqualTo(today().minusDays(1));
    }

    @Test
    void twoMayHoldAnOfficeAndALaterTermWaitsForItsDay() throws Exception {
        name("SECRETARY", "head", today(), false);
        assertThat(offices.holders(HERE, Office.SECRETARY)).containsExactly("head", "secretary");

        name("SUPERVISION", "watcher", today().plusDays(10), true);
        assertThat(offices.holders(HERE, Office.SUPERVISION)).containsExactly("supervisor");
        page("?community=" + HERE).andExpect(content().string(containsString("待上任")));

        end("watcher", "").andExpect(flash().attribute("answer", "offices.ended"));
        page("?community=" + HERE).andExpect(content().string(containsString("没有上任")));
    }

    @Test
    void anOfficeWithoutAHolderIsWarnedOfWhereAnAdministratorLooks() throws Exception {
        end("secretary", today().minusDays(1).toString()).andExpect(flash().attribute("answer", "offices.ended"));

        page("?community=" + HERE).andExpect(content().string(containsString("提醒会发给本社区“党组织”的每一个人：沈卫红")));
        page("?community=HZ-AS").andExpect(content().string(containsString("（1 个）")));
        admin(get("/staff/deadlines")).andExpect(content().string(containsString("有 1 个岗位没有指定人")));
    }

    @Test
    void whereEvenTheGroupIsEmptyThePageSaysThatNobodyIsReached() throws Exception {
        communities.add(new Community(EMPTY, "空社区", "空街道", "", "", "", "ORDINARY"));

        page("?community=" + EMPTY)
                .andExpect(content().string(containsString("发给它的提醒没有人收到")))
                .andExpect(content().string(containsString("没有人收到")));
    }

    @Test
    void whatCannotBeIsAnsweredAtItsField() throws Exception {
        name("", "", today(), true)
                .andExpect(content().string(containsString("请选择岗位。")))
                .andExpect(content().string(containsString("请选择由谁担任。")));
        name("SECRETARY", "nobody", today(), true).andExpect(content().string(containsString("没有这个账号")));
        name("SECRETARY", "clerk-fy", today(), true).andExpect(content().string(containsString("费雅芳的账号不属于")));
        name("SECRETARY", "secretary", today(), true).andExpect(content().string(containsString("沈卫红在这段时间已登记担任这个岗位")));
        name("SECRETARY", "head", today().plusYears(3), true)
                .andExpect(content().string(containsString("最多提前两年")));
        admin(form("SECRETARY", "head").param("fromDay", "昨天").param("toDay", "2020-01-01"))
                .andExpect(content().string(containsString("看不懂这个日期")))
                .andExpect(content().string(containsString("结束日期已经过去")));
        admin(form("SECRETARY", "head").param("fromDay", today().toString()).param("where", "ALL"))
                .andExpect(status().is3xxRedirection());
        admin(form("SECRETARY", "clerk-fy").param("fromDay", today().toString()).param("where", "ALL"))
                .andExpect(content().string(containsString("不能担任那里的岗位")));
        database.sql("delete from office_holder where office = 'SECRETARY' and account = 'head'")
                .update();
        end("supervisor", "").andExpect(flash().attribute("endFault", "请填写任期的最后一天。"));
    }

    @Test
    void othersSeeTheirCommunitiesAndChangeNothing() throws Exception {
        web.perform(get("/staff/offices").with(user("clerk-fy").roles("residents-committee")))
                .andExpect(content().string(containsString("飞英社区的岗位")))
                .andExpect(content().string(not(containsString("结束任期"))))
                .andExpect(content().string(not(containsString("爱山社区"))));
        web.perform(form("SECRETARY", "head").with(user("head")).with(csrf())).andExpect(status().isForbidden());
        web.perform(post("/staff/offices/1/end").with(user("head")).with(csrf()))
                .andExpect(status().isForbidden());
        web.perform(get("/staff/offices")).andExpect(status().is3xxRedirection());
    }

    private static MockHttpServletRequestBuilder form(String office, String account) {
        return post("/staff/offices")
                .param("community", HERE)
                .param("office", office)
                .param("account", account);
    }

    private ResultActions name(String office, String account, LocalDate from, boolean replace) throws Exception {
        return admin(form(office, account).param("fromDay", from.toString()).param("replace", String.valueOf(replace)));
    }

    private ResultActions end(String account, String lastDay) throws Exception {
        var id = database.sql("select max(id) from office_holder where community_code = ? and account = ?")
                .params(HERE, account)
                .query(Long.class)
                .single();
        return admin(post("/staff/offices/" + id + "/end").param("lastDay", lastDay));
    }

    private ResultActions page(String query) throws Exception {
        return admin(get("/staff/offices" + query)).andExpect(status().isOk());
    }

    private ResultActions admin(MockHttpServletRequestBuilder request) throws Exception {
        return web.perform(request.with(user("admin").roles("camunda-admin")).with(csrf()));
    }

    private LocalDate today() {
        return Calendars.dayOf(clock.instant());
    }
}
