package dev.touchstone.demo;

import dev.touchstone.identity.CheckDigit;
import java.util.Locale;

/** Gives out identifiers: serial shipping container codes by counting. */
final class Names {

    private int containers;
    private int despatches;

    /** The next SSCC as a canonical id; {@code extension} tells cases from pallets. */
    String sscc(int extension) {
        String body = String.format(Locale.ROOT, "%d%s%09d", extension, Place.COMPANY_PREFIX, ++containers);
        return "https://id.gs1.org/00/" + body + CheckDigit.mod10(body);
    }

    /** The next despatch advice of a sender, as a business transaction id of the Core Business Vocabulary. */
    String despatchAdvice(Place sender) {
        return String.format(Locale.ROOT, "urn:epcglobal:cbv:bt:%s:D%05d", sender.gln(), ++despatches);
    }
}
