package dev.touchstone.cli;

import dev.touchstone.identity.CheckDigit;
import dev.touchstone.identity.ContainerNumber;
import dev.touchstone.identity.Hibc;
import dev.touchstone.identity.ImoVessel;
import dev.touchstone.identity.Vin;
import java.util.Locale;
import java.util.function.Function;

/** The schemes whose check digits or characters can be asked for. */
enum CheckScheme {
    GS1(text -> String.valueOf(CheckDigit.mod10(text))),
    GMN(CheckDigit::alphanumericPair),
    IMEI(text -> String.valueOf(CheckDigit.luhn(text))),
    VIN(text -> String.valueOf(Vin.parse(text).checkDigit())),
    BIC(text -> String.valueOf(ContainerNumber.checkDigitOf(text))),
    IMOVN(text -> String.valueOf(ImoVessel.checkDigitOf(text))),
    HIBC(text -> String.valueOf(Hibc.checkCharacter(text))),
    PPN(CheckDigit::mod97);

    private final Function<String, String> digit;

    CheckScheme(Function<String, String> digit) {
        this.digit = digit;
    }

    String of(String text) {
        return digit.apply(text);
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
