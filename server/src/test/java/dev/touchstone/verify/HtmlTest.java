package dev.touchstone.verify;

import static dev.touchstone.verify.Html.attribute;
import static dev.touchstone.verify.Html.tag;
import static dev.touchstone.verify.Html.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "\"><img src=x onerror=alert(1)>",
                "' autofocus onfocus='alert(1)",
                "</title><script>alert(1)</script>",
                "&lt;already escaped&gt;",
                "<!-- --><svg/onload=alert(1)>"
            })
    void textAndAttributesStayText(String hostile) {
        String page = tag("p", attribute("title", hostile), text(hostile)).document();
        String inside = page.substring(page.indexOf('\n') + 1);

        assertThat(inside).startsWith("<p title=\"").endsWith("</p>\n");
        assertThat(inside.chars().filter(c -> c == '<').count()).as("tags").isEqualTo(2);
        assertThat(inside.chars().filter(c -> c == '"').count()).as("quotes").isEqualTo(2);
        assertThat(inside).doesNotContain("'");
    }

    @Test
    void escapesEachCharacterThatMeansSomething() {
        assertThat(tag("p", text("a<b>c&d\"e'f\u0000\u001d\u202eg")).document())
                .isEqualTo("<!doctype html>\n<p>a&lt;b&gt;c&amp;d&quot;e&#39;fg</p>\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "JAVASCRIPT:alert(1)",
                "data:text/html,x",
                "//elsewhere.example/",
                " /x",
                "http://a.example/"
            })
    void aLinkLeadsToThisServerOrToHttps(String target) {
        assertThatIllegalArgumentException().isThrownBy(() -> attribute("href", target));
    }

    @ParameterizedTest
    @ValueSource(strings = {"onclick", "style", "on-x", "Href", "x y", ""})
    void aPageHasNoHandlersAndNoInlineStyles(String name) {
        assertThatIllegalArgumentException().isThrownBy(() -> attribute(name, "x"));
    }

    @Test
    void aPageHasNoScripts() {
        assertThatIllegalArgumentException().isThrownBy(() -> tag("script"));
    }
}
