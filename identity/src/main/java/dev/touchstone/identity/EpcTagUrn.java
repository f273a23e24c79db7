package dev.touchstone.identity;

/** Tag URNs, which tell an EPC and how it is encoded, and raw URNs, which tell its bits (TDS 12). */
final class EpcTagUrn {

    private static final String TAG = "urn:epc:tag:";
    private static final String RAW = "urn:epc:raw:";

    private EpcTagUrn() {}

    static boolean is(String text) {
        return text.startsWith(TAG) || text.startsWith(RAW);
    }

    static EpcTag read(String urn) {
        return urn.startsWith(TAG) ? tagUrn(urn) : rawUrn(urn);
    }

    private static EpcTag tagUrn(String urn) {
        int colon = urn.indexOf(':', TAG.length());
        String name = colon < 0 ? "" : urn.substring(TAG.length(), colon);
        for (EpcScheme scheme : EpcScheme.values()) {
            if (scheme.tagName().equals(name) && !scheme.carriesData()) {
                return tagUrn(urn, colon + 1, scheme);
            }
        }
        throw ProblemException.of(
                "urn", TAG.length(), "No EPC scheme is called '%s'.".formatted(name), "such as sgtin-96");
    }

    private static EpcTag tagUrn(String urn, int start, EpcScheme scheme) {
        boolean filtered = scheme != EpcScheme.GID_96;
        int dot = filtered ? urn.indexOf('.', start) : start - 1;
        String filter = filtered && dot > start ? urn.substring(start, dot) : "0";
        if (dot < start - 1 || !filter.matches("[0-9]{1,2}")) {
            throw ProblemException.of("urn", start, "There is no filter value.", "a number and a dot");
        }
        String body = urn.substring(dot + 1);
        String name = scheme.keyScheme == null
                ? scheme.tagName().substring(0, scheme.tagName().indexOf('-'))
                : scheme.keyScheme.urnName;
        try {
            String pure = "urn:epc:id:" + name + ":" + body;
            if (scheme.keyScheme == null) {
                Identifier identifier = IndustryIdentifier.ofUrn(pure).orElseThrow();
                return EpcTag.of(scheme, Integer.parseInt(filter), identifier, 0);
            }
            EpcUri.Gs1 gs1 = (EpcUri.Gs1) EpcUri.parse(pure);
            return EpcTag.of(scheme, Integer.parseInt(filter), gs1.key(), gs1.companyPrefixLength());
        } catch (ProblemException e) {
            throw e.shifted(dot + 1 - ("urn:epc:id:" + name + ":").length());
        }
    }

    private static EpcTag rawUrn(String urn) {
        int x = urn.indexOf(".x", RAW.length());
        String length = x < 0 ? "" : urn.substring(RAW.length(), x);
        if (!length.matches("[1-9][0-9]{0,3}")) {
            throw ProblemException.of(
                    "urn", RAW.length(), "The raw URN does not tell its length.", "such as urn:epc:raw:96.x30...");
        }
        Bits all = Bits.ofHex(urn, x + 2, urn.length());
        int bits = Integer.parseInt(length);
        if (all.length() < bits || all.length() >= bits + 16 || !all.zeroFrom(bits)) {
            throw ProblemException.of(
                    "length",
                    x + 2,
                    "There are not hexadecimal digits for %d bits.".formatted(bits),
                    (bits + 3) / 4 + " digits");
        }
        return EpcReader.read(all.first(bits));
    }
}
