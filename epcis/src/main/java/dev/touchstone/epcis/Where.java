package dev.touchstone.epcis;

/** A place in a document; written as an RFC 6901 JSON pointer only when somebody asks. */
final class Where {

    static final Where ROOT = new Where(null, null, -1);

    private final Where parent;
    private final String key;
    private final int index;

    private Where(Where parent, String key, int index) {
        this.parent = parent;
        this.key = key;
        this.index = index;
    }

    Where at(String field) {
        return new Where(this, field, -1);
    }

    Where at(int element) {
        return new Where(this, null, element);
    }

    Where parent() {
        return parent;
    }

    /** The name of the field, for sentences. */
    String name() {
        if (key != null) {
            return key;
        }
        return parent == null ? "the document" : "element " + index + " of " + parent.name();
    }

    @Override
    public String toString() {
        StringBuilder out = new StringBuilder();
        append(out);
        return out.toString();
    }

    private void append(StringBuilder out) {
        if (parent == null) {
            return;
        }
        parent.append(out);
        out.append('/');
        if (key == null) {
            out.append(index);
        } else {
            out.append(key.replace("~", "~0").replace("/", "~1"));
        }
    }
}
