package dev.touchstone.epcis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CbvTest {

    @ParameterizedTest
    @CsvSource({
        "BIZ_STEP, 41",
        "DISPOSITION, 33",
        "ERROR_REASON, 2",
        "BIZ_TRANSACTION_TYPE, 13",
        "SOURCE_DESTINATION_TYPE, 3",
        "COMPONENT, 14",
        "MEASUREMENT_TYPE, 72",
        "SENSOR_ALERT, 2"
    })
    void the_lists_are_complete_sorted_and_without_repetition(Cbv list, int count) {
        assertThat(list.words())
                .hasSize(count)
                .doesNotHaveDuplicates()
                .isSortedAccordingTo(String.CASE_INSENSITIVE_ORDER);
    }

    @ParameterizedTest
    @EnumSource
    void every_word_is_recognised_by_its_uri(Cbv list) {
        assertThat(list.words())
                .allSatisfy(word -> assertThat(list.word(list.uri(word))).contains(word));
    }

    @ParameterizedTest
    @CsvSource({
        "BIZ_STEP, shipping",
        "BIZ_STEP, cbv:BizStep-shipping",
        "BIZ_STEP, https://ref.gs1.org/cbv/BizStep-shipping",
        "BIZ_STEP, urn:epcglobal:cbv:bizstep:shipping",
        "DISPOSITION, urn:epcglobal:cbv:disp:in_transit",
        "ERROR_REASON, urn:epcglobal:cbv:er:incorrect_data",
        "BIZ_TRANSACTION_TYPE, urn:epcglobal:cbv:btt:desadv",
        "SOURCE_DESTINATION_TYPE, urn:epcglobal:cbv:sdt:owning_party",
        "COMPONENT, cbv:Comp-latitude",
        "MEASUREMENT_TYPE, gs1:Temperature",
        "MEASUREMENT_TYPE, https://gs1.org/voc/Temperature",
        "MEASUREMENT_TYPE, https://ref.gs1.org/voc/Temperature",
        "SENSOR_ALERT, gs1:ALARM_CONDITION"
    })
    void a_word_is_recognised_in_all_its_forms(Cbv list, String text) {
        List<String> known = List.of(
                "shipping",
                "in_transit",
                "incorrect_data",
                "desadv",
                "owning_party",
                "latitude",
                "Temperature",
                "ALARM_CONDITION");

        assertThat(list.word(text))
                .isPresent()
                .hasValueSatisfying(word -> assertThat(known).contains(word));
    }

    @ParameterizedTest
    @CsvSource({
        "BIZ_STEP, Shipping",
        "BIZ_STEP, urn:epcglobal:cbv:disp:shipping",
        "BIZ_STEP, ''",
        "BIZ_STEP, cbv:shipping",
        "BIZ_STEP, https://ref.gs1.org/cbv/BizStep-",
        "DISPOSITION, shipping",
        "MEASUREMENT_TYPE, temperature"
    })
    void nothing_else_is(Cbv list, String text) {
        assertThat(list.word(text)).isEmpty();
    }
}
