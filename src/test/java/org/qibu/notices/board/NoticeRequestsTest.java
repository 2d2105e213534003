package org.qibu.notices.board;

import static org.hamcrest.Matchers.containsString;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.ArgumentMatchers.isNull;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.security.Principal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;
import org.qibu.RoomsDatabase;
import org.qibu.community.Communities;
import org.qibu.community.Community;
import org.qibu.engine.MatterLock;
import org.qibu.engine.identity.Accounts;
import org.qibu.engine.identity.Accounts.Account;
import org.qibu.limits.Limits;
import org.qibu.matter.Matter;
import org.qibu.matter.Matters;
import org.qibu.matter.access.StaffAccess;
import org.qibu.matter.file.CheckedFile;
import org.qibu.matter.file.MatterFile;
import org.qibu.matter.file.MatterFiles;
import org.qibu.notices.Notice;
import org.qibu.notices.channels.Channel;
import org.qibu.notices.channels.Channels;
import org.qibu.notices.channels.Hanging;
import org.qibu.notices.objections.LateObjection;
import org.qibu.notices.objections.NewObjection;
import org.qibu.notices.objections.NoObjection;
import org.qibu.notices.objections.Objection;
import org.qibu.notices.objections.ObjectionApi;
import org.qibu.notices.objections.ObjectionIntake;
import org.qibu.notices.objections.ObjectionLimit;
import org.qibu.notices.objections.Objections;
import org.qibu.notices.posting.Notices;
import org.qibu.privacy.Masking;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.autoconfigure.web.servlet.WebMvcTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionTemplate;

@WebMvcTest
@AutoConfigureMockMvc(addFilters = false)
@ContextConfiguration(
        classes = {
            ObjectionApi.class,
            ObjectionIntake.class,
            ObjectionLimit.class,
            org.qibu.limits.SenderLimits.class,
            NoticeRequestsTest.Counting.class,
            NoticeApi.class,
            ChannelApi.class,
            ChannelRecords.class,
            StaffAccess.class,
            org.qibu.portal.error.TestRefusals.class
        })
class NoticeRequestsTest {

    private static final String NO = "HZ-AS-2026-0017";
    private static final String OBJECTIONS = "/api/matters/" + NO + "/objections";
    private static final String CHANNELS = "/api/matters/" + NO + "/notices/7/channels";
    private static final String GOOD = "{\"objector\":\"邵蓉蓉\",\"content\":\"挡住了消防通道\",\"contact\":\"s@qibu.example\"}";
    private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");
    private static final Notice NOTICE = new Notice(
            7,
            NO,
            "HZ-AS",
            "COMPLETION",
            "办理结果公示：垃圾投放点",
            "已移走，范三元同意",
            NOW,
            NOW.plusSeconds(600_000),
            null,
            false,
            null);

    @Autowired
    private MockMvc web;

    @MockitoBean
    private Objections objections;

    @MockitoBean
    private LateObjection late;

    @MockitoBean
    private Notices notices;

    @MockitoBean
    private PublicBoard board;

    @MockitoBean
    private Channels channels;

    @MockitoBean
    private Matters matters;

    @MockitoBean
    private MatterFiles files;

    @MockitoBean
    private Communities communities;

    @MockitoBean
    private Accounts accounts;

    @MockitoBean
    private Clock clock;

    @MockitoBean
    private MatterLock lock;

    @MockitoBean
    private TransactionTemplate transaction;
    /** Counts in a real table. */
    @TestConfiguration
    static class Counting {

        @Bean
        Limits limits(Clock clock) {
            return new Limits(JdbcClient.create(RoomsDatabase.source()), clock);
        }
    }

    @BeforeEach
    void aNoticeHangs() {
        when(transaction.execute(any()))
                .thenAnswer(call -> call.<TransactionCallback<?>>getArgument(0)
                        .doInTransaction(Mockito.mock(TransactionStatus.class)));
        var matter = Mockito.mock(Matter.class);
        when(matter.matterNo()).thenReturn(NO);
        when(matter.communityCode()).thenReturn("HZ-AS");
        when(matters.find(NO)).thenReturn(Optional.of(matter));
        at(NOW.plusSeconds(60));
        when(objections.raise(eq(NO), any(NewObjection.class), any()))
                .thenReturn(new Objection(31, 7, 2, "邵蓉蓉", "挡住了消防通道", NOW, null, null, null));
        when(notices.hold(7)).thenReturn(Optional.of(NOTICE));
        account("clerk", "residents-committee", "HZ-AS");
        account("watcher", "result-supervisors", "HZ-AS");
        account("clerk-fy", "residents-committee", "HZ-FY");
    }

    private void account(String id, String group, String community) {
        when(accounts.find(id)).thenReturn(Optional.of(new Account(id, "林晓燕", "", List.of(group), List.of(community))));
    }

    private static CheckedFile picture() {
        var picture = Mockito.mock(CheckedFile.class);
        when(picture.isPicture()).thenReturn(true);
        return picture;
    }

    private void at(Instant moment) {
        when(clock.instant()).thenReturn(moment);
        when(clock.millis()).thenReturn(moment.toEpochMilli());
    }

    private static Principal user(String id) {
        return () -> id;
    }

    private static MockHttpServletRequestBuilder objecting(String content, String address) {
        return post(OBJECTIONS)
                .contentType(MediaType.APPLICATION_JSON)
                .content(content)
                .with(request -> {
                    request.setRemoteAddr(address);
                    return request;
                });
    }

    @Test
    void takesAnObjectionFromAnybody() throws Exception {
        web.perform(objecting(GOOD, "192.0.2.1"))
                .andExpect(status().isAccepted())
                .andExpect(jsonPath("$.objectionId").value(31))
                .andExpect(jsonPath("$.no").value(2));
        verify(objections).raise(eq(NO), eq(new NewObjection("邵蓉蓉", "挡住了消防通道", "s@qibu.example")), isNull());
    }

    @Test
    void namesTheFieldsThatAreWrongAndKeepsNothing() throws Exception {
        web.perform(objecting("{\"content\":\"\",\"contact\":\"a@b\"}", "192.0.2.2"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value("objector"))
                .andExpect(jsonPath("$.errors[1].field").value("content"))
                .andExpect(jsonPath("$.errors[2].field").value("contact"))
                .andExpect(jsonPath("$.detail").value("请填写您的姓名。"));
        verify(objections, never()).raise(anyString(), any(NewObjection.class), any());
    }

    @Test
    void refusesWhatIsNoJsonAndAMatterThatIsUnknown() throws Exception {
        web.perform(objecting("no json", "192.0.2.3")).andExpect(status().isBadRequest());
        web.perform(post("/api/matters/HZ-AS-2026-9999/objections")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(GOOD))
                .andExpect(status().isNotFound());
    }

    @Test
    void saysWhatElseCanBeDoneWhereNothingHangs() throws Exception {
        when(objections.raise(eq(NO), any(NewObjection.class), any()))
                .thenThrow(NoObjection.nothingPosted("公示已于2026年11月30日结束，您仍然可以向爱山社区反映。"));
        web.perform(objecting(GOOD, "192.0.2.4"))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.detail").value(containsString("您仍然可以向爱山社区反映")));
    }

    @Test
    void takesFiveObjectionsAnHourFromAnAddressAndAnyNumberFromStaff() throws Exception {
        for (int count = 0; count < 5; count++) {
            web.perform(objecting(GOOD, "192.0.2.5")).andExpect(status().isAccepted());
        }
        web.perform(objecting(GOOD, "192.0.2.5"))
                .andExpect(status().isTooManyRequests())
                .andExpect(jsonPath("$.detail").value(containsString("太频繁")));
        web.perform(objecting(GOOD, "192.0.2.5").principal(user("clerk"))).andExpect(status().isAccepted());
        verify(objections).raise(eq(NO), any(NewObjection.class), eq("clerk"));
        at(NOW.plusSeconds(3_700));
        web.perform(objecting(GOOD, "192.0.2.5")).andExpect(status().isAccepted());
    }

    @Test
    void listsWhatHangsInACommunity() throws Exception {
        var community = new Community("HZ-AS", "爱山社区", "爱山街道", "", "", "", "ORDINARY");
        when(communities.find("HZ-AS")).thenReturn(Optional.of(community));
        var masked = Posting.of(NOTICE, Masking.ofNames(List.of("范三元")));
        when(board.posted(List.of("HZ-AS"), 200))
                .thenReturn(List.of(new PublicBoard.Sheet(masked, community, 7, true, false, List.of(), List.of())));
        web.perform(get("/api/notices").param("community", "HZ-AS"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$[0].noticeId").value(7))
                .andExpect(jsonPath("$[0].kind").value("COMPLETION"))
                .andExpect(jsonPath("$[0].body").value("已移走，范某某同意"))
                .andExpect(jsonPath("$[0].objections").value(0));
        web.perform(get("/api/notices").param("community", "XX")).andExpect(status().isNotFound());
    }

    @Test
    void notesWithAPhotoWhereANoticeHangs() throws Exception {
        var photo = UUID.randomUUID();
        var hanging = new Hanging(7, 2, Channel.NOTICE_BOARD, "东门", NOW, "clerk", null, null, null);
        when(channels.post(eq(7L), eq(Channel.NOTICE_BOARD), eq("东门"), any(), eq("clerk")))
                .thenReturn(hanging);
        var picture = picture();
        when(files.check(eq("a.jpg"), any())).thenReturn(picture);
        when(files.keep(any(), eq("noticePhoto"), any(), eq("clerk")))
                .thenReturn(new MatterFile(photo, "noticePhoto", "a.jpg", "image/jpeg", 3, "", NOW, "clerk"));
        when(channels.find(7, 2))
                .thenReturn(
                        Optional.of(new Hanging(7, 2, Channel.NOTICE_BOARD, "东门", NOW, "clerk", null, null, photo)));
        web.perform(multipart(CHANNELS)
                        .file(new MockMultipartFile("file", "a.jpg", "image/jpeg", new byte[] {1, 2, 3}))
                        .param("channel", "NOTICE_BOARD")
                        .param("place", "东门")
                        .principal(user("clerk")))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.kind").value("PHYSICAL"))
                .andExpect(jsonPath("$.photo").value(photo.toString()));
        verify(channels).prove(hanging, photo);
    }

    @Test
    void refusesAChannelThatIsNoneAndADayToCome() throws Exception {
        web.perform(post(CHANNELS)
                        .principal(user("clerk"))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"channel\":\"PORTAL\",\"place\":\"\",\"postedAt\":\"2026-11-24\"}"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.errors[0].field").value("channel"))
                .andExpect(jsonPath("$.errors[1].field").value("postedAt"));
    }

    @Test
    void letsOnlyTheResidentsCommitteeOfTheCommunityPost() throws Exception {
        var entry = "{\"channel\":\"WECHAT\",\"place\":\"一群\"}";
        web.perform(post(CHANNELS)
                        .principal(user("watcher"))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(entry))
                .andExpect(status().isForbidden());
        web.perform(post(CHANNELS)
                        .principal(user("clerk-fy"))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(entry))
                .andExpect(status().isNotFound());
        verify(channels, never()).post(any(Long.class), any(), any(), any(), any());
    }

    @Test
    void takesNothingDownThatDoesNotHangOrIsDownAlready() throws Exception {
        when(channels.find(7, 2))
                .thenReturn(
                        Optional.of(new Hanging(7, 2, Channel.SCREEN, "", null, null, null, null, null)),
                        Optional.of(new Hanging(7, 2, Channel.SCREEN, "", NOW, "clerk", NOW, "clerk", null)));
        for (int count = 0; count < 2; count++) {
            web.perform(post(CHANNELS + "/2/taken-down").principal(user("clerk")))
                    .andExpect(status().isConflict());
        }
        web.perform(post(CHANNELS + "/9/taken-down").principal(user("clerk"))).andExpect(status().isNotFound());
    }
}
