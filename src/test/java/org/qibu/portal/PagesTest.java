package org.qibu.portal;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.when;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.qibu.engine.identity.Accounts;
import org.qibu.matter.Matter;
import org.qibu.matter.Matters;
import org.qibu.matter.display.DisplayText;
import org.qibu.matter.page.PublicView;
import org.qibu.portal.error.ErrorPages;
import org.qibu.portal.error.TestRefusals;
import org.qibu.text.CodeLabels;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.autoconfigure.web.servlet.WebMvcTest;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.MockMvc;

@WebMvcTest
@AutoConfigureMockMvc(addFilters = false)
@ContextConfiguration(
        classes = {
            HomePage.class,
            MatterPage.class,
            ErrorPages.class,
            Frame.class,
            Languages.class,
            TestRefusals.class,
            CodeLabels.class,
            DisplayText.class
        })
class PagesTest {

    private static final String NO = "TX-HB-2026-0017";

    @Autowired
    private MockMvc web;

    @MockitoBean
    private Accounts accounts;

    @MockitoBean
    private Matters matters;

    @MockitoBean
    private PublicView views;

    @Test
    void theFrontDoorShowsTheSevenStepsInChineseAndInEnglish() throws Exception {
        web.perform(get("/"))
                .andExpect(content().string(containsString("lang=\"zh-CN\"")))
                .andExpect(content().string(containsString("评议回看")));
        web.perform(get("/").param("lang", "en"))
                .andExpect(content().string(containsString("lang=\"en\"")))
                .andExpect(content().string(containsString("Agenda setting")));
    }

    @Test
    void noPageCarriesAScriptOrAStyleOfItsOwn() throws Exception {
        for (var page : new String[] {"/", "/login", "/matters"}) {
            web.perform(get(page))
                    .andExpect(status().isOk())
                    .andExpect(content().string(not(containsString(" style="))))
                    .andExpect(content().string(not(containsString("<style"))))
                    .andExpect(content().string(not(containsString("onclick"))))
                    .andExpect(content().string(not(containsString("<script>"))));
        }
    }

    @Test
    void aNumberIsFoundHoweverItWasTyped() throws Exception {
        var matter = org.mockito.Mockito.mock(Matter.class);
        when(matter.matterNo()).thenReturn(NO);
        when(matters.meant(" tx-hb-2026-0017 ")).thenReturn(Optional.of(matter));
        web.perform(get("/matters").param("no", " tx-hb-2026-0017 ")).andExpect(redirectedUrl("/matters/" + NO));
    }

    @Test
    void anUnknownNumberIsSaidBackAsTextAndNeverAsMarkup() throws Exception {
        when(matters.meant(anyString())).thenReturn(Optional.empty());
        web.perform(get("/matters").param("no", "<b>x"))
                .andExpect(content().string(containsString("&lt;b&gt;x")))
                .andExpect(content().string(not(containsString("<b>x"))));
    }

    @Test
    void anUnknownMatterIsNotFound() throws Exception {
        when(views.of(eq("TX-HB-2026-9999"), any())).thenReturn(Optional.empty());
        web.perform(get("/matters/TX-HB-2026-9999")).andExpect(status().isNotFound());
    }

    @Test
    void anErrorIsAPageForPeopleAndAProblemForPrograms() throws Exception {
        web.perform(get("/error").accept("text/html").requestAttr("jakarta.servlet.error.status_code", 404))
                .andExpect(status().isNotFound())
                .andExpect(content().string(containsString("没有找到")));
        web.perform(get("/error").accept("application/json").requestAttr("jakarta.servlet.error.status_code", 500))
                .andExpect(status().isInternalServerError())
                .andExpect(content().string(containsString("errorId")));
    }
}
