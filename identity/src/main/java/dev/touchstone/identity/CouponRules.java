package dev.touchstone.identity;

/**
 * North American coupon codes: the original format, AI (8110), and the reference to a positive offer file, AI (8112).
 * Both are digits, in which many fields begin with a digit that tells the field's length.
 */
final class CouponRules {

    private final String text;
    private final int end;
    private int at;

    private CouponRules(String text, int from, int to) {
        ContentRules.characters(text, from, to, Cset.NUMERIC);
        this.text = text;
        this.at = from;
        this.end = to;
    }

    static void couponCode(String text, int from, int to) {
        new CouponRules(text, from, to).couponCode();
    }

    static void positiveOffer(String text, int from, int to) {
        CouponRules coupon = new CouponRules(text, from, to);
        coupon.digit("format", "01");
        coupon.sized("funder", "0123456", 6);
        coupon.skip("offer code", 6);
        coupon.sized("serial number", "0123456789", 6);
        coupon.finish();
    }

    private void couponCode() {
        prefix("company prefix", "0123456");
        skip("offer code", 6);
        sized("save value", "12345", 0);
        purchase();
        if (option('1')) {
            digit("additional purchase rules", "0123");
            purchase();
            otherCompany();
        }
        if (option('2')) {
            purchase();
            otherCompany();
        }
        int expiry = option('3') ? date("expiry date") : -1;
        int start = option('4') ? date("start date") : -1;
        if (expiry >= 0
                && start >= 0
                && text.substring(start, start + 6).compareTo(text.substring(expiry, expiry + 6)) > 0) {
            throw ProblemException.of(
                    "date", start, "The coupon starts after it expires.", "a start date up to the expiry date");
        }
        if (option('5')) {
            sized("serial number", "0123456789", 6);
        }
        if (option('6')) {
            prefix("retailer", "1234567");
        }
        if (option('9')) {
            digit("save value code", "01256");
            digit("item that the save value applies to", "012");
            digit("store coupon flag", "0123456789");
            digit("do-not-multiply flag", "01");
        }
        finish();
    }

    private void purchase() {
        sized("purchase requirement", "12345", 0);
        digit("purchase requirement code", "012349");
        skip("family code", 3);
    }

    /** The company of a further purchase; 9 says that it is the same. */
    private void otherCompany() {
        if (!option('9')) {
            prefix("company prefix", "0123456");
        }
    }

    private boolean option(char indicator) {
        boolean there = at < end && text.charAt(at) == indicator;
        at += there ? 1 : 0;
        return there;
    }

    private void prefix(String what, String sizes) {
        int start = at + 1;
        sized(what, sizes, 6);
        ContentRules.companyPrefix(text, start, at);
    }

    /** A digit that tells a length, less {@code base}, and as many digits. */
    private void sized(String what, String sizes, int base) {
        int size = digit("length of the " + what, sizes) + base;
        skip(what, size);
    }

    private int date(String what) {
        int start = at;
        skip(what, 6);
        DateRules.date(text, start, at, 2, false);
        return start;
    }

    private int digit(String what, String allowed) {
        if (at >= end) {
            throw tooShort(what);
        }
        char c = text.charAt(at);
        if (allowed.indexOf(c) < 0) {
            throw ProblemException.of("coupon", at, "The %s may not be %c.".formatted(what, c), "one of " + allowed);
        }
        at++;
        return c - '0';
    }

    private void skip(String what, int count) {
        if (end - at < count) {
            throw tooShort(what);
        }
        at += count;
    }

    private void finish() {
        if (at < end) {
            throw ProblemException.of("coupon", at, "Digits follow after the end of the coupon code.", "nothing more");
        }
    }

    private ProblemException tooShort(String what) {
        return ProblemException.of("coupon", at, "The coupon code ends before its %s.".formatted(what), what);
    }
}
