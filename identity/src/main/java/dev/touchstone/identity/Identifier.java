package dev.touchstone.identity;

/** A name of a thing or a class of things, of GS1 or of another scheme. Valid when it exists. */
public sealed interface Identifier permits Key, IndustryIdentifier {

    /** One text for all forms of the identifier: a Digital Link, a URI or, where there is neither, the identifier itself. */
    String canonical();
}
