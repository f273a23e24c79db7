package dev.touchstone.benchmark;

import java.util.Locale;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/** Writes reports as JSON by the names of their components. */
final class ReportJson {
    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private static final JsonMapper REPORTS = MAPPER.rebuild()
            .addModule(new SimpleModule().addSerializer(enums(), new Words()))
            .build();

    private ReportJson() {}

    @SuppressWarnings("unchecked")
    private static Class<Enum<?>> enums() {
        return (Class<Enum<?>>) (Class<?>) Enum.class;
    }

    /** One line; maps in their own order. */
    static String compact(Object value) {
        return MAPPER.writer().without(SerializationFeature.INDENT_OUTPUT).writeValueAsString(value);
    }

    static String write(Report report) {
        return REPORTS.writeValueAsString(report);
    }

    /** Words of a closed list in camel case: {@code notDistinguishable}, {@code above998}. */
    private static final class Words extends ValueSerializer<Enum<?>> {
        @Override
        public void serialize(Enum<?> word, JsonGenerator json, SerializationContext context) {
            String[] parts = word.name().toLowerCase(Locale.ROOT).split("_");
            StringBuilder text = new StringBuilder(parts[0]);
            for (int i = 1; i < parts.length; i++) {
                text.append(Character.toUpperCase(parts[i].charAt(0))).append(parts[i].substring(1));
            }
            json.writeString(text.toString());
        }
    }
}
