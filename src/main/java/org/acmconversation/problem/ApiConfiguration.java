package org.acmconversation.problem;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.context.annotation.Configuration;
import org.springframework.format.FormatterRegistry;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Configures strict parsing of requests for every controller. */
@Configuration(proxyBeanMethods = false)
class ApiConfiguration implements WebMvcConfigurer {

    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");

    /** Java's years have up to ten digits and a sign; RFC 3339 and databases know fewer. */
    private static final Pattern YEAR = Pattern.compile("\\d{4}-.*");

    private final StrictJson json;

    ApiConfiguration(StrictJson json) {
        this.json = json;
    }

    /** A time can also be given as a date, which means the start of that day in UTC. */
    @Override
    public void addFormatters(FormatterRegistry registry) {
        registry.addConverter(String.class, Instant.class, text -> {
            if (text.isBlank()) {
                return null;
            }
            return DATE.matcher(text).matches()
                    ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : Instant.parse(checked(text, YEAR));
        });
        registry.addConverter(
                String.class, LocalDate.class, text -> text.isBlank() ? null : LocalDate.parse(checked(text, DATE)));
    }

    private static String checked(String text, Pattern pattern) {
        if (!pattern.matcher(text).matches()) {
            throw new IllegalArgumentException("Not " + pattern);
        }
        return text;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new RepeatedParameters());
    }

    @Override
    public void extendMessageConverters(List<HttpMessageConverter<?>> converters) {
        converters.add(0, new StrictJsonMessageConverter(json));
    }
}
