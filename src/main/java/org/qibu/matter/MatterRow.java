package org.qibu.matter;

import org.springframework.core.convert.converter.Converter;
import org.springframework.core.convert.support.DefaultConversionService;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.SimplePropertyRowMapper;

/** Reads a matter from its row; what a damaged row says about the step spoils no list it stands in. */
final class MatterRow {

    static final RowMapper<Matter> MAPPER = mapper();

    private MatterRow() {}

    private static RowMapper<Matter> mapper() {
        var conversion = new DefaultConversionService();
        Converter<String, Step> steps = Step::of;
        conversion.addConverter(String.class, Step.class, steps);
        return new SimplePropertyRowMapper<>(Matter.class, conversion);
    }
}
