package dev.touchstone.epcis;

import java.util.List;
import java.util.Optional;

/**
 * The closed word lists of the Core Business Vocabulary 2.0 (section 7) and of the GS1 Web Vocabulary's sensor terms.
 * A word has up to four forms: the bare word, the prefixed name ({@code cbv:BizStep-shipping}), the web URI and the URN.
 */
public enum Cbv {
    BIZ_STEP("business step", Form.cbv("BizStep-", "bizstep"), """
            accepting arriving assembling collecting commissioning consigning creating_class_instance cycle_counting
            decommissioning departing destroying disassembling dispensing encoding entering_exiting holding inspecting
            installing killing loading other packing picking receiving removing repackaging repairing replacing
            reserving retail_selling sampling sensor_reporting shipping staging_outbound stock_taking stocking storing
            transporting unloading unpacking void_shipping"""),
    DISPOSITION("disposition", Form.cbv("Disp-", "disp"), """
            active available completeness_inferred completeness_verified conformant container_closed container_open
            damaged destroyed dispensed disposed encoded expired in_progress in_transit inactive mismatch_class
            mismatch_instance mismatch_quantity needs_replacement no_pedigree_match non_conformant non_sellable_other
            partially_dispensed recalled reserved retail_sold returned sellable_accessible sellable_not_accessible
            stolen unavailable unknown"""),
    ERROR_REASON("error reason", Form.cbv("ER-", "er"), "did_not_occur incorrect_data"),
    BIZ_TRANSACTION_TYPE(
            "business transaction type",
            Form.cbv("BTT-", "btt"),
            "bol cert desadv inv pedigree po poc prodorder recadv rma testprd testres upevt"),
    SOURCE_DESTINATION_TYPE(
            "source or destination type", Form.cbv("SDT-", "sdt"), "location owning_party possessing_party"),
    COMPONENT("component", Form.cbv("Comp-", "comp"), """
            altitude axial_distance azimuth easting elevation_angle height latitude longitude northing polar_angle
            spherical_radius x y z"""),
    MEASUREMENT_TYPE("measurement type", Form.gs1(), """
            AbsoluteHumidity AbsorbedDose AbsorbedDoseRate Acceleration Altitude AmountOfSubstance
            AmountOfSubstancePerUnitVolume Angle AngularAcceleration AngularMomentum AngularVelocity Area Capacitance
            Conductance Conductivity Count Density Dimensionless DoseEquivalent DoseEquivalentRate DynamicViscosity
            ElectricCharge ElectricCurrent ElectricCurrentDensity ElectricFieldStrength Energy Exposure Force Frequency
            Illuminance Inductance Irradiance KinematicViscosity Length LinearMomentum Luminance LuminousFlux
            LuminousIntensity MagneticFlux MagneticFluxDensity MagneticVectorPotential Mass MassConcentration
            MassFlowRate MassPerAreaTime MemoryCapacity MolalityOfSolute MolarEnergy MolarMass MolarVolume Power
            Pressure RadiantFlux RadiantIntensity Radioactivity RelativeHumidity Resistance Resistivity SolidAngle
            SpecificVolume Speed SurfaceDensity SurfaceTension Temperature Time Torque Voltage Volume VolumeFlowRate
            VolumeFraction VolumetricFlux Wavenumber"""),
    SENSOR_ALERT("sensor alert", Form.gs1(), "ALARM_CONDITION ERROR_CONDITION");

    private final String title;
    private final Form form;
    private final List<String> words;

    Cbv(String title, Form form, String words) {
        this.title = title;
        this.form = form;
        this.words = List.of(words.split("\\s+"));
    }

    /** The name people use, such as {@code business step}. */
    public String title() {
        return title;
    }

    /** The words in alphabetical order. */
    public List<String> words() {
        return words;
    }

    /** The web URI of a word, such as {@code https://ref.gs1.org/cbv/BizStep-shipping}. */
    public String uri(String word) {
        return form.prefixes.getFirst() + word;
    }

    /** The bare word that {@code text} stands for in any of its forms; empty when it is not a word of this list. */
    public Optional<String> word(String text) {
        String word = text.indexOf(':') < 0 ? text : form.local(text);
        return word != null && words.contains(word) ? Optional.of(word) : Optional.empty();
    }

    /** Whether {@code text} lies in a namespace in which nobody but the standard may define words. */
    boolean reserves(String text) {
        return form.closed && form.local(text) != null;
    }

    /** The word of the list that is spelt most like {@code text}. */
    String nearest(String text) {
        String local = form.local(text);
        return Spelling.nearest(local == null ? text : local, words);
    }

    /** A value with its standard prefix or URN written out as the web URI, whatever its list; else unchanged. */
    static String webUri(String text) {
        if (text.startsWith("urn:epcglobal:cbv:")) {
            for (Cbv list : values()) {
                String local = list.form.closed ? list.form.local(text) : null;
                if (local != null) {
                    return list.uri(local);
                }
            }
        } else if (text.startsWith("cbv:")) {
            return "https://ref.gs1.org/cbv/" + text.substring(4);
        } else if (text.startsWith("gs1:")) {
            return "https://ref.gs1.org/voc/" + text.substring(4);
        }
        return text;
    }

    /** How the words of a list are written: what stands before the word, the web URI first. */
    private record Form(boolean closed, List<String> prefixes) {

        static Form cbv(String local, String urnName) {
            return new Form(
                    true,
                    List.of("https://ref.gs1.org/cbv/" + local, "cbv:" + local, "urn:epcglobal:cbv:" + urnName + ":"));
        }

        static Form gs1() {
            return new Form(
                    false,
                    List.of("https://ref.gs1.org/voc/", "gs1:", "https://gs1.org/voc/", "https://www.gs1.org/voc/"));
        }

        String local(String text) {
            for (String prefix : prefixes) {
                if (text.startsWith(prefix)) {
                    return text.substring(prefix.length());
                }
            }
            return null;
        }
    }
}
