package dev.touchstone.verify;

import static dev.touchstone.verify.Html.attribute;
import static dev.touchstone.verify.Html.cssClass;
import static dev.touchstone.verify.Html.tag;

/** The drawings of the public pages, each on a grid of 24 by 24, drawn with a line of 2. */
enum Icon {
    /** A shield with a tick. */
    GOOD("M12 3l8 3v6c0 4.6-3.2 7.6-8 9-4.8-1.4-8-4.4-8-9V6z M8.5 12l2.5 2.5 4.5-5"),
    /** A triangle with an exclamation mark. */
    ATTENTION("M12 4L2.8 20h18.4z M12 10v4.5 M12 17.3v.2"),
    /** An octagon with a cross. */
    BAD("M8 3h8l5 5v8l-5 5H8l-5-5V8z M9 9l6 6 M15 9l-6 6"),
    /** A circle with a question mark. */
    UNCLEAR("M12 3a9 9 0 100 18 9 9 0 000-18z M9.3 9.2a2.8 2.8 0 015.4.9c0 1.9-2.7 2.2-2.7 4 M12 17.3v.2"),
    /** A parcel. */
    THING("M12 3l8 4.5v9L12 21l-8-4.5v-9z M4 7.5l8 4.5 8-4.5 M12 12v9");

    private final String path;

    Icon(String path) {
        this.path = path;
    }

    /** The drawing; hidden from readers aloud, because a word always stands beside it. */
    Html draw() {
        return tag(
                "svg",
                cssClass("icon"),
                attribute("viewBox", "0 0 24 24"),
                attribute("aria-hidden", "true"),
                tag("path", attribute("d", path)));
    }
}
