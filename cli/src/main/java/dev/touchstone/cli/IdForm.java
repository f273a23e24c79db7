package dev.touchstone.cli;

import dev.touchstone.identity.ElementString;
import dev.touchstone.identity.EpcTag;
import dev.touchstone.identity.Forms;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** The forms into which an identifier can be converted. */
enum IdForm {
    ELEMENT_STRING(Forms::elementString),
    /** As scanners send it. */
    UNBRACKETED(forms -> forms.elements().map(ElementString::raw)),
    /** The text below a symbol. */
    HRI(forms -> forms.elements().map(ElementString::humanReadable)),
    DIGITAL_LINK(Forms::digitalLink),
    /** Compressed as an EPC binary string in hexadecimal digits. */
    LINK_EH(Forms::compressedLink),
    /** Compressed as an EPC binary string in base64url. */
    LINK_EX(Forms::shortestLink),
    EPC_URN(Forms::epcUrn),
    TAG_URN(forms -> forms.tag().flatMap(EpcTag::tagUrn)),
    RAW_URN(forms -> forms.tag().map(EpcTag::rawUrn)),
    EPC_HEX(Forms::epcHex);

    private final Function<Forms, Optional<String>> text;

    IdForm(Function<Forms, Optional<String>> text) {
        this.text = text;
    }

    Optional<String> of(Forms forms) {
        return text.apply(forms);
    }

    /** Whether every answer in JSON has it. */
    boolean isUsual() {
        return this == ELEMENT_STRING || this == DIGITAL_LINK || this == EPC_URN || this == EPC_HEX;
    }

    /** The name of its member in JSON, such as {@code tagUrn}. */
    String member() {
        String name = toString();
        int dash = name.indexOf('-');
        return dash < 0
                ? name
                : name.substring(0, dash) + Character.toUpperCase(name.charAt(dash + 1)) + name.substring(dash + 2);
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
