package dev.touchstone.verify;

import static dev.touchstone.verify.Html.all;
import static dev.touchstone.verify.Html.attribute;
import static dev.touchstone.verify.Html.cssClass;
import static dev.touchstone.verify.Html.nothing;
import static dev.touchstone.verify.Html.tag;
import static dev.touchstone.verify.Html.text;

import dev.touchstone.verify.Verdict.Outcome;
import dev.touchstone.verify.Verdict.Reason;
import dev.touchstone.verify.Verdict.Weight;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The pages that everybody may see. They say no more of places than city and country, and nothing of persons. */
final class PublicPage {

    private static final int GROUP = 4;

    private PublicPage() {}

    /**
     * What a page is about.
     *
     * @param name the product's name, or what kind of thing it is
     * @param maker its brand or maker
     * @param rows what is known of it
     */
    record Subject(String name, Optional<String> maker, List<Row> rows) {}

    /** A fact with its label; {@code code} where it is to be read character by character. */
    record Row(String label, String value, boolean code) {
        static Row fact(String label, String value) {
            return new Row(label, value, false);
        }

        static Row code(String label, String value) {
            return new Row(label, value, true);
        }
    }

    private enum Tone {
        GOOD("good", Icon.GOOD),
        ATTENTION("attention", Icon.ATTENTION),
        BAD("bad", Icon.BAD),
        UNCLEAR("unclear", Icon.UNCLEAR);

        private final String cssClass;
        private final Icon icon;

        Tone(String cssClass, Icon icon) {
            this.cssClass = cssClass;
            this.icon = icon;
        }

        static Tone of(Outcome outcome) {
            return switch (outcome) {
                case VALID -> GOOD;
                case ALREADY_SOLD, NOT_COMMISSIONED -> ATTENTION;
                case UNKNOWN, RECALLED, SUSPICIOUS, DECOMMISSIONED, EXPIRED -> BAD;
                case UNREADABLE -> UNCLEAR;
            };
        }

        static Tone of(Weight weight) {
            return switch (weight) {
                case GOOD -> GOOD;
                case ATTENTION -> ATTENTION;
                case BAD -> BAD;
            };
        }
    }

    /** The verdict on one unit, with its reasons. */
    static String verdict(Subject subject, Verdict verdict) {
        String word = word(verdict.verdict());
        return page(
                word + ": " + subject.name(),
                product(subject),
                banner(Tone.of(verdict.verdict()), word, verdict.sentence()),
                reasons(verdict.reasons()),
                facts(subject.rows()),
                footer(List.of(
                        "A valid code says that the maker gave it out. It cannot say that the label in your hand is no copy: if the product, its seller or its price seems wrong to you, ask the maker.",
                        "Times are in UTC. Look-ups are counted; who looks and from where is not kept.")));
    }

    /** A code that names a kind of product, or a lot of it, but no unit. */
    static String kind(Subject subject, String word, String sentence) {
        return page(
                word + ": " + subject.name(),
                product(subject),
                banner(Tone.UNCLEAR, word, sentence),
                facts(subject.rows()));
    }

    /** An address that leads nowhere. */
    static String refused(String word, String sentence, Optional<String> expected) {
        List<Row> rows = expected.stream()
                .map(right -> Row.fact("What would be right", right))
                .toList();
        return page(word, banner(Tone.UNCLEAR, word, sentence), facts(rows));
    }

    private static String page(String title, Html... parts) {
        return tag(
                        "html",
                        attribute("lang", "en"),
                        tag(
                                "head",
                                tag("meta", attribute("charset", "utf-8")),
                                tag(
                                        "meta",
                                        attribute("name", "viewport"),
                                        attribute("content", "width=device-width, initial-scale=1")),
                                tag("meta", attribute("name", "robots"), attribute("content", "noindex")),
                                tag("meta", attribute("name", "color-scheme"), attribute("content", "light dark")),
                                tag("title", text(title)),
                                stylesheet("/tokens.css"),
                                stylesheet("/public/page.css")),
                        tag("body", tag("main", parts)))
                .document();
    }

    private static Html stylesheet(String path) {
        return tag("link", attribute("rel", "stylesheet"), attribute("href", path));
    }

    private static Html product(Subject subject) {
        return tag(
                "header",
                cssClass("product"),
                Icon.THING.draw(),
                tag(
                        "div",
                        tag("p", cssClass("name"), text(subject.name())),
                        subject.maker().map(maker -> tag("p", text(maker))).orElse(nothing())));
    }

    private static Html banner(Tone tone, String word, String sentence) {
        return tag(
                "section",
                cssClass("verdict " + tone.cssClass),
                tone.icon.draw(),
                tag("h1", text(word)),
                tag("p", text(sentence)));
    }

    private static Html reasons(List<Reason> reasons) {
        List<Html> items = new ArrayList<>();
        for (Reason reason : reasons) {
            Tone tone = Tone.of(reason.weight());
            items.add(tag("li", cssClass(tone.cssClass), tone.icon.draw(), tag("span", text(reason.text()))));
        }
        return tag("section", tag("h2", text("Why")), tag("ul", cssClass("reasons"), all(items)));
    }

    private static Html facts(List<Row> rows) {
        List<Html> items = new ArrayList<>();
        for (Row row : rows) {
            Html value = row.code() ? tag("dd", cssClass("code"), grouped(row.value())) : tag("dd", text(row.value()));
            items.add(tag("div", tag("dt", text(row.label())), value));
        }
        return rows.isEmpty() ? nothing() : tag("section", tag("h2", text("Details")), tag("dl", all(items)));
    }

    /** Sets a code apart in groups that are seen and not copied. */
    private static Html grouped(String code) {
        List<Html> groups = new ArrayList<>();
        for (int i = 0; i < code.length(); i += GROUP) {
            groups.add(tag("span", text(code.substring(i, Math.min(code.length(), i + GROUP)))));
        }
        return all(groups);
    }

    private static Html footer(List<String> paragraphs) {
        return tag(
                "footer",
                all(paragraphs.stream().map(each -> tag("p", text(each))).toList()));
    }

    static String word(Outcome outcome) {
        return switch (outcome) {
            case UNREADABLE -> "Not readable";
            case UNKNOWN -> "Unknown code";
            case RECALLED -> "Recalled";
            case SUSPICIOUS -> "Suspicious";
            case DECOMMISSIONED -> "Out of use";
            case EXPIRED -> "Expired";
            case NOT_COMMISSIONED -> "Not activated";
            case ALREADY_SOLD -> "Already sold";
            case VALID -> "Valid code";
        };
    }
}
