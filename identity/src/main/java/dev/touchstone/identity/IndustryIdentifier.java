package dev.touchstone.identity;

import java.util.Optional;

/** An identifier of an industry beside GS1. Valid when it exists. */
public sealed interface IndustryIdentifier extends Identifier
        permits Vin, ContainerNumber, Imei, ImoVessel, Gid, UsDod, Adi, Hibc, Ppn, Isbt, BasicUdi, UnitIdentifier {

    /** The identifier as people write it, without spaces. */
    String value();

    /** The name of the scheme, such as {@code vin}; where there is an EPC URN, as in that. */
    default String schemeName() {
        return switch (this) {
            case Vin vin -> "vin";
            case ContainerNumber container -> "bic";
            case Imei imei -> "imei";
            case ImoVessel vessel -> "imovn";
            case Gid gid -> "gid";
            case UsDod usDod -> "usdod";
            case Adi adi -> "adi";
            case Hibc hibc -> "hibc";
            case Ppn ppn -> "ppn";
            case Isbt isbt -> "isbt-128";
            case BasicUdi udi -> "basic-udi-di";
            case UnitIdentifier unit -> "unit";
        };
    }

    /** The EPC pure identity URN, for schemes that have one. */
    default Optional<String> epcUrn() {
        return Optional.empty();
    }

    @Override
    default String canonical() {
        return epcUrn().orElseGet(this::value);
    }

    /** Reads an EPC pure identity URN of a scheme beside GS1's own: bic, imovn, gid, usdod or adi. */
    static Optional<IndustryIdentifier> ofUrn(String urn) {
        if (!urn.startsWith("urn:epc:id:")) {
            return Optional.empty();
        }
        int colon = urn.indexOf(':', 11);
        String body = urn.substring(colon + 1);
        try {
            return switch (colon < 0 ? "" : urn.substring(11, colon)) {
                case "bic" -> Optional.of(new ContainerNumber(body));
                case "imovn" -> Optional.of(new ImoVessel(body));
                case "gid" -> Optional.of(Gid.parse(body));
                case "usdod" -> Optional.of(UsDod.parse(body));
                case "adi" -> Optional.of(Adi.parse(body));
                default -> Optional.empty();
            };
        } catch (ProblemException e) {
            throw e.shifted(colon + 1);
        }
    }
}
