package dev.touchstone.identity;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Knows how many digits of a GS1 key are the company prefix, as EPC URNs and the older EPC binary schemes must tell: from
 * an organisation's own prefixes, or from GS1's list, which is not complete. Not to know is a normal answer. Immutable.
 */
public final class CompanyPrefixes {

    private static final CompanyPrefixes NONE = new CompanyPrefixes();
    private static final Pattern ENTRY = Pattern.compile(
            "\"?prefix\"?\\s*[:=]\\s*\"(\\d{1,14})\"\\s*,?\\s*\"?gcpLength\"?\\s*[:=]\\s*\"?(\\d{1,2})\"?");

    /** A tree of digits: ten children a node, 0 where there is none; the root is node 0. */
    private int[] children = new int[10];

    /** Length of the company prefix at each node, 0 where none ends. */
    private byte[] lengths = new byte[1];

    private int nodes = 1;

    private CompanyPrefixes() {}

    /** Knows nothing. */
    public static CompanyPrefixes none() {
        return NONE;
    }

    /**
     * An organisation's own company prefixes, 4 to 12 digits each.
     *
     * @throws ProblemException when one is something else
     */
    public static CompanyPrefixes of(Collection<String> prefixes) {
        CompanyPrefixes own = new CompanyPrefixes();
        for (String prefix : prefixes) {
            Rules.text("A company prefix", prefix, 4, 12, Cset.NUMERIC);
            own.add(prefix, prefix.length());
        }
        return own;
    }

    /**
     * The list of prefix lengths that GS1 publishes, in JSON or XML.
     *
     * @throws ProblemException when the text has no entry of such a list
     */
    public static CompanyPrefixes ofGs1List(String text) {
        CompanyPrefixes list = new CompanyPrefixes();
        Matcher matcher = ENTRY.matcher(text);
        while (matcher.find()) {
            int length = Integer.parseInt(matcher.group(2));
            if (length > 0 && length <= 12) {
                list.add(matcher.group(1), length);
            }
        }
        if (list.nodes == 1) {
            throw ProblemException.of(
                    "prefix-list",
                    -1,
                    "The text has no entries of GS1's list of prefix lengths.",
                    "entries with prefix and gcpLength");
        }
        return list;
    }

    private void add(String prefix, int length) {
        int node = 0;
        for (int i = 0; i < prefix.length(); i++) {
            int slot = node * 10 + prefix.charAt(i) - '0';
            if (children[slot] == 0) {
                if (nodes == lengths.length) {
                    lengths = Arrays.copyOf(lengths, nodes * 2);
                    children = Arrays.copyOf(children, nodes * 20);
                }
                children[slot] = nodes++;
            }
            node = children[slot];
        }
        lengths[node] = (byte) length;
    }

    /** Length of the company prefix with which the digits begin; empty when it is not known. */
    public OptionalInt length(String digits) {
        return length(digits, 0);
    }

    private OptionalInt length(String digits, int from) {
        int node = 0;
        int length = 0;
        for (int i = from; i < digits.length(); i++) {
            char c = digits.charAt(i);
            node = c >= '0' && c <= '9' ? children[node * 10 + c - '0'] : 0;
            if (node == 0) {
                break;
            }
            length = lengths[node] > 0 ? lengths[node] : length;
        }
        return length == 0 ? OptionalInt.empty() : OptionalInt.of(length);
    }

    /** Length of the company prefix of a key; empty when it is not known. */
    public OptionalInt length(Key key) {
        Scheme scheme = key.scheme();
        boolean filler = scheme == Scheme.GRAI || scheme.leadDigit;
        return length(key.primary(), filler ? 1 : 0);
    }

    /** The EPC URN of a key, when the length of its company prefix is known and the key has one. */
    public Optional<String> epcUrn(Key key) {
        OptionalInt length = length(key);
        return length.isPresent() ? EpcUri.epcUrn(key, length.getAsInt()) : Optional.empty();
    }

    /** The first of several that knows a key's prefix decides: an organisation's own before GS1's list. */
    public static OptionalInt length(Key key, List<CompanyPrefixes> sources) {
        for (CompanyPrefixes source : sources) {
            OptionalInt length = source.length(key);
            if (length.isPresent()) {
                return length;
            }
        }
        return OptionalInt.empty();
    }
}
