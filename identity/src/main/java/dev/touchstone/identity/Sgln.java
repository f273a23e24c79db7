package dev.touchstone.identity;

/**
 * A part of a place: GLN and extension, AIs (414) and (254). The extension 0 means "no extension" in EPC URNs and is
 * refused here: such a place is a {@link Gln}.
 */
public record Sgln(Gln gln, String extension) implements Key {

    public Sgln {
        Rules.text("A GLN extension", extension, 1, 20, Cset.SET82);
        if (extension.equals("0")) {
            throw ProblemException.of(
                    "extension", 0, "The GLN extension 0 says that there is none.", "the GLN alone, or an extension");
        }
    }

    /** Reads an element string, a Digital Link or an EPC URN. */
    public static Sgln parse(String text) {
        return KeyText.parse(text, Sgln.class);
    }

    public static Sgln of(String gln, String extension) {
        return new Sgln(Gln.parse(gln), extension);
    }

    @Override
    public Scheme scheme() {
        return Scheme.SGLN;
    }

    @Override
    public String primary() {
        return gln.digits();
    }

    @Override
    public String qualifier() {
        return extension;
    }

    @Override
    public boolean isInstance() {
        return true;
    }

    @Override
    public String toString() {
        return elementString();
    }
}
