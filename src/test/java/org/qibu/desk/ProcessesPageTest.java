package org.qibu.desk;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.view;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.qibu.engine.ModelRefused;
import org.qibu.engine.fault.ProcessFaults;
import org.qibu.engine.models.ModelConflicts;
import org.qibu.engine.models.RunningVersions;
import org.qibu.engine.models.VersionMoves;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

/** Process administrators are told what became of what they asked; nobody else gets anything done here. */
class ProcessesPageTest {

    private final ProcessFaults faults = mock();
    private final RunningVersions versions = mock();
    private final VersionMoves moves = mock();
    private final ModelConflicts conflicts = mock();
    private final MockMvc web = MockMvcBuilders.standaloneSetup(new ProcessesPage(faults, versions, moves, conflicts))
            .build();

    private static MockHttpServletRequest keeper(MockHttpServletRequest request) {
        request.addUserRole("process-admin");
        return request;
    }

    static Stream<MockHttpServletRequestBuilder> requests() {
        return Stream.of(
                get("/staff/processes"),
                get("/staff/processes/move?process=decision&version=1"),
                post("/staff/processes/move?process=decision&version=1&newest=2"),
                post("/staff/processes/retry?place=job"),
                post("/staff/processes/packed?file=forms/a.form"));
    }

    @ParameterizedTest
    @MethodSource("requests")
    void isForProcessAdministratorsOnly(MockHttpServletRequestBuilder request) throws Exception {
        for (RequestPostProcessor somebody :
                List.<RequestPostProcessor>of(nobody -> nobody, ProcessesPageTest::admin)) {
            web.perform(request.with(somebody)).andExpect(status().isForbidden());
        }
        verifyNoInteractions(faults, versions, moves, conflicts);
    }

    private static MockHttpServletRequest admin(MockHttpServletRequest request) {
        request.addUserRole("camunda-admin");
        return request;
    }

    @Test
    void aVersionNothingWaitsAtIsNotFound() throws Exception {
        when(moves.preview("decision", 1)).thenReturn(Optional.empty());
        web.perform(get("/staff/processes/move?process=decision&version=1").with(ProcessesPageTest::keeper))
                .andExpect(status().isNotFound());
    }

    @Test
    void showsWhatAMoveWouldDoBeforeItIsDone() throws Exception {
        when(moves.preview("decision", 1)).thenReturn(Optional.of(mock(VersionMoves.Preview.class)));
        web.perform(get("/staff/processes/move?process=decision&version=1").with(ProcessesPageTest::keeper))
                .andExpect(view().name("staff/processes-move"));
    }

    @Test
    void tellsWhoMovedAndWhoWasLeft() throws Exception {
        var left = Map.of("HZ-AS-2026-0002", "等待的任务在新版本中没有。");
        when(moves.move("decision", 1, 2)).thenReturn(new VersionMoves.Result(List.of("HZ-AS-2026-0001"), left));
        web.perform(post("/staff/processes/move?process=decision&version=1&newest=2")
                        .with(ProcessesPageTest::keeper))
                .andExpect(redirectedUrl("/staff/processes"))
                .andExpect(flash().attribute("moved", List.of("HZ-AS-2026-0001")))
                .andExpect(flash().attribute("left", left))
                .andExpect(flash().attribute("answer", (Object) null));
    }

    @Test
    void saysSoWhereNothingMoved() throws Exception {
        when(moves.move(any(), anyInt(), anyInt())).thenReturn(new VersionMoves.Result(List.of(), Map.of()));
        web.perform(post("/staff/processes/move?process=decision&version=1&newest=2")
                        .with(ProcessesPageTest::keeper))
                .andExpect(flash().attribute("answer", "processes.unmoved"));
    }

    @Test
    void saysWhetherTheWorkWasTriedAgain() throws Exception {
        when(moves.tryAgain("job")).thenReturn(true, false);
        for (var answer : List.of("processes.retried", "processes.retry.none")) {
            web.perform(post("/staff/processes/retry?place=job").with(ProcessesPageTest::keeper))
                    .andExpect(redirectedUrl("/staff/processes"))
                    .andExpect(flash().attribute("answer", answer));
        }
    }

    @Test
    void aPackedFileThatIsRefusedIsToldInTheWordsOfTheRefusal() throws Exception {
        var refused = new ModelRefused("部署被拒绝：缺少表单。", List.of());
        when(conflicts.take("forms/a.form")).thenReturn(true).thenReturn(false).thenThrow(refused);
        var take = post("/staff/processes/packed?file=forms/a.form").with(ProcessesPageTest::keeper);
        web.perform(take).andExpect(flash().attribute("answer", "processes.taken"));
        web.perform(take).andExpect(flash().attribute("answer", "processes.taken.none"));
        web.perform(take).andExpect(flash().attribute("refused", refused.getMessage()));
    }
}
