package org.acmconversation.engine;

import io.micrometer.core.instrument.config.MeterFilter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Limits the number of meters, since activity ids are chosen by analysts. */
@Configuration(proxyBeanMethods = false)
class StepMeterLimit {

    private static final int MAX_ACTIVITIES = 500;

    @Bean
    static MeterFilter fewSteps() {
        return MeterFilter.maximumAllowableTags(
                StepMeters.STEP, StepMeters.ACTIVITY, MAX_ACTIVITIES, MeterFilter.deny());
    }
}
