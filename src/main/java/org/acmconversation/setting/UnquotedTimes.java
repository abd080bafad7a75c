package org.acmconversation.setting;

import java.time.DateTimeException;
import java.time.LocalTime;
import org.springframework.core.convert.converter.Converter;

/**
 * Explains a time of day that is not quoted in a YAML file. YAML 1.1 reads 18:00 as a number to the base of 60.
 *
 * @see <a href="https://yaml.org/type/int.html">YAML, Integer Language-Independent Type</a>
 */
public class UnquotedTimes implements Converter<Integer, LocalTime> {

    /** @throws DateTimeException always; Spring Boot adds the name and the origin of the setting */
    @Override
    public LocalTime convert(Integer number) {
        throw new DateTimeException(
                "quote the time, as in \"18:00\"; without quotes, YAML reads it as the number " + number);
    }
}
