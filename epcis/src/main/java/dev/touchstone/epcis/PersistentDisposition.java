package dev.touchstone.epcis;

import java.util.List;

/** States that hold until they are taken back, whatever the dispositions of later events. */
public record PersistentDisposition(List<Term> set, List<Term> unset) {}
