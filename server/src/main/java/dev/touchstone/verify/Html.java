package dev.touchstone.verify;

import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Markup that what is written into it cannot break: text and attribute values are escaped when they are rendered, and there
 * is no way to put in anything raw. Scripts, styles and event handlers cannot be expressed; links lead to a path of this
 * server or to https.
 */
sealed interface Html {

    /** Text between tags. */
    record Text(String text) implements Html {}

    /** An attribute of the tag in whose list it stands. */
    record Attribute(String name, String value) implements Html {
        private static final Pattern NAME = Pattern.compile("(?![oO][nN])[a-z][a-zA-Z-]*");
        private static final Pattern LINK = Pattern.compile("(/(?!/)|https://|#).*", Pattern.DOTALL);

        public Attribute {
            Objects.requireNonNull(value, name);
            boolean link = name.equals("href") || name.equals("src") || name.equals("action");
            if (!NAME.matcher(name).matches()
                    || name.equals("style")
                    || link && !LINK.matcher(value).matches()) {
                throw new IllegalArgumentException("Not an attribute of a safe page: " + name + "=" + value);
            }
        }
    }

    /** An element with its attributes and what is in it, in order. */
    record Tag(String name, List<Html> parts) implements Html {
        private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*");

        public Tag {
            if (!NAME.matcher(name).matches() || name.equals("script") || name.equals("style")) {
                throw new IllegalArgumentException("Not a tag of a safe page: " + name);
            }
            parts = List.copyOf(parts);
        }

        private boolean isVoid() {
            return switch (name) {
                case "meta", "link", "br", "img" -> true;
                default -> false;
            };
        }
    }

    /** Several parts in a row, or none. */
    record All(List<Html> parts) implements Html {
        public All {
            parts = List.copyOf(parts);
        }
    }

    static Html tag(String name, Html... parts) {
        return new Tag(name, List.of(parts));
    }

    static Html text(String text) {
        return new Text(text);
    }

    static Html attribute(String name, String value) {
        return new Attribute(name, value);
    }

    static Html cssClass(String value) {
        return new Attribute("class", value);
    }

    static Html all(List<? extends Html> parts) {
        return new All(List.copyOf(parts));
    }

    static Html nothing() {
        return new All(List.of());
    }

    /** The whole document, with its doctype. */
    default String document() {
        StringBuilder out = new StringBuilder(8192).append("<!doctype html>\n");
        render(this, out);
        return out.append('\n').toString();
    }

    private static void render(Html part, StringBuilder out) {
        switch (part) {
            case Text text -> escape(text.text(), out);
            case All all -> all.parts().forEach(each -> render(each, out));
            case Tag tag -> render(tag, out);
            case Attribute attribute ->
                throw new IllegalStateException("An attribute outside a tag: " + attribute.name());
        }
    }

    private static void render(Tag tag, StringBuilder out) {
        out.append('<').append(tag.name());
        for (Html part : tag.parts()) {
            if (part instanceof Attribute(String name, String value)) {
                out.append(' ').append(name).append("=\"");
                escape(value, out);
                out.append('"');
            }
        }
        out.append('>');
        if (tag.isVoid()) {
            return;
        }
        for (Html part : tag.parts()) {
            if (!(part instanceof Attribute)) {
                render(part, out);
            }
        }
        out.append("</").append(tag.name()).append('>');
    }

    /** Leaves out control characters, which have no place in a page, and breaks what would turn the direction of the text. */
    private static void escape(String text, StringBuilder out) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> {
                    boolean turnsDirection = c >= '\u202a' && c <= '\u202e' || c >= '\u2066' && c <= '\u2069';
                    if (!turnsDirection && (c >= ' ' && c != 0x7f || c == '\n')) {
                        out.append(c);
                    }
                }
            }
        }
    }
}
