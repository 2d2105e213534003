package org.qibu.matter.page.api;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.when;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.security.Principal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qibu.community.Communities;
import org.qibu.community.Community;
import org.qibu.engine.FormRefused;
import org.qibu.engine.NotYourTask;
import org.qibu.engine.identity.Accounts;
import org.qibu.engine.identity.Accounts.Account;
import org.qibu.mail.outbox.Mails;
import org.qibu.matter.Matter;
import org.qibu.matter.MatterCode;
import org.qibu.matter.MatterMasking;
import org.qibu.matter.MatterNo;
import org.qibu.matter.MatterStatus;
import org.qibu.matter.Matters;
import org.qibu.matter.Step;
import org.qibu.matter.Timeline;
import org.qibu.matter.Track;
import org.qibu.matter.Urgency;
import org.qibu.matter.access.StaffAccess;
import org.qibu.matter.file.MatterFiles;
import org.qibu.matter.form.Records;
import org.qibu.matter.page.NoticeBoard;
import org.qibu.matter.page.PublicView;
import org.qibu.matter.page.RowEntry;
import org.qibu.matter.paper.Papers;
import org.qibu.privacy.Masking;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.autoconfigure.web.servlet.WebMvcTest;
import org.springframework.http.MediaType;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.MockMvc;

@WebMvcTest
@AutoConfigureMockMvc(addFilters = false)
@ContextConfiguration(
        classes = {
            MatterApi.class,
            RowsApi.class,
            PublicView.class,
            StaffAccess.class,
            org.qibu.portal.error.TestRefusals.class
        })
class MatterApiTest {

    private static final String NO = "TX-HB-2026-0017";
    private static final Principal CLERK = () -> "clerk";
    private static final Principal STRANGER = () -> "clerk-fy";

    @Autowired
    private MockMvc web;

    @MockitoBean
    private Papers papers;

    @MockitoBean
    private Accounts accounts;

    @MockitoBean
    private Matters matters;

    @MockitoBean
    private Communities communities;

    @MockitoBean
    private Timeline timeline;

    @MockitoBean
    private NoticeBoard board;

    @MockitoBean
    private Records records;

    @MockitoBean
    private MatterFiles files;

    @MockitoBean
    private Mails mails;

    @MockitoBean
    private RowEntry rows;

    @MockitoBean
    private MatterMasking masking;

    @BeforeEach
    void aMatterOfHebin() {
        when(matters.find(NO)).thenReturn(Optional.of(matter()));
        when(communities.get("TX-HB")).thenReturn(new Community("TX-HB", "河滨社区", "梧桐街道", "", "", "", "ORDINARY"));
        when(masking.of(matter())).thenReturn(Masking.ofNames(List.of("王秀英")));
        when(accounts.find("clerk")).thenReturn(account("clerk", "TX-HB"));
        when(accounts.find("clerk-fy")).thenReturn(account("clerk-fy", "HZ-FY"));
        when(timeline.of(eq(NO), any()))
                .thenReturn(List.of(
                        new Timeline.Entry(1, Instant.EPOCH, "clerk", Step.S1, "verified", "核实完成", true),
                        new Timeline.Entry(2, Instant.EPOCH, "clerk", Step.S1, "noted", "内部备注", false)));
    }

    @Test
    void showsEverybodyWhereAMatterStandsAndNothingPersonal() throws Exception {
        web.perform(get("/api/matters/" + NO))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.step").value("S1"))
                .andExpect(jsonPath("$.status").value("OPEN"))
                .andExpect(jsonPath("$.outcome").value(nullValue()))
                .andExpect(jsonPath("$.mergedInto").value("TX-HB-2026-0003"))
                .andExpect(jsonPath("$.track").value("IN_DEPTH"))
                .andExpect(jsonPath("$.urgency").value("OF_A_TABLE"))
                .andExpect(jsonPath("$.level").value(nullValue()))
                .andExpect(jsonPath("$.timeline.length()").value(1))
                .andExpect(jsonPath("$.mails").doesNotExist())
                .andExpect(content().string(not(containsString("王秀英"))))
                .andExpect(content().string(not(containsString("13857200417"))))
                .andExpect(content().string(not(containsString("RECEIPT"))))
                .andExpect(content().string(not(containsString("内部备注"))));
    }

    @Test
    void showsThePapersToStaffOfTheCommunityOnly() throws Exception {
        web.perform(get("/api/matters/" + NO).principal(CLERK))
                .andExpect(jsonPath("$.minutes").isArray())
                .andExpect(jsonPath("$.mails").isArray());
        web.perform(get("/api/matters/" + NO).principal(STRANGER))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.minutes").doesNotExist());
    }

    @Test
    void saysThatAMatterIsUnknownAsAProblemWithAnId() throws Exception {
        web.perform(get("/api/matters/TX-HB-2026-9999"))
                .andExpect(status().isNotFound())
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.detail").value(containsString("没有找到这个事项")))
                .andExpect(jsonPath("$.errorId").isNotEmpty());
    }

    @Test
    void keepsRowsAndSaysHowMany() throws Exception {
        when(rows.save(any(), eq("attendance"), any())).thenReturn(2);
        web.perform(put("/api/matters/" + NO + "/rows/attendance")
                        .principal(CLERK)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("[{\"personNo\":\"P001\"},{\"personNo\":\"P002\"}]"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.field").value("attendance"))
                .andExpect(jsonPath("$.rows").value(2));
    }

    @Test
    void refusesRowsWithTheFieldAndTheSentence() throws Exception {
        when(rows.save(any(), anyString(), any())).thenThrow(new FormRefused("attendance", "“签到”第 1 行没有填写“人员编号”。"));
        web.perform(put("/api/matters/" + NO + "/rows/attendance")
                        .principal(CLERK)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("[{}]"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.errors[0].field").value("attendance"))
                .andExpect(jsonPath("$.errors[0].message").value(containsString("第 1 行")));
    }

    @Test
    void lets403And404And400SpeakForThemselves() throws Exception {
        when(rows.save(any(), eq("ballots"), any())).thenThrow(new NotYourTask("您现在没有需要填写这份清单的任务。"));
        var address = "/api/matters/" + NO + "/rows/ballots";
        web.perform(put(address)
                        .principal(CLERK)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("[]"))
                .andExpect(status().isForbidden());
        web.perform(put(address)
                        .principal(STRANGER)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("[]"))
                .andExpect(status().isNotFound());
        web.perform(put(address)
                        .principal(CLERK)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("no json"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errorId").isNotEmpty());
    }

    private static Optional<Account> account(String id, String community) {
        return Optional.of(new Account(id, "林晓燕", "", List.of("residents-committee"), List.of(community)));
    }

    private static Matter matter() {
        return new Matter(
                new MatterNo(NO),
                "TX-HB",
                "东门异味，请打13857200417",
                null,
                "详情",
                "东门",
                "3",
                "1",
                "WINDOW",
                null,
                26L,
                "王秀英",
                "13857200417",
                "w@qibu.example",
                false,
                null,
                "RECEIPT-1",
                Step.S1,
                MatterStatus.OPEN,
                null,
                new MatterNo("TX-HB-2026-0003"),
                MatterCode.of(Track.IN_DEPTH),
                null,
                MatterCode.of(Urgency.class, "OF_A_TABLE"),
                null,
                1,
                0,
                1,
                0,
                null,
                Instant.EPOCH,
                "clerk",
                null,
                null);
    }
}
