package org.acmconversation.engine;

import io.micrometer.core.instrument.config.MeterFilter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Analysts name the activities: whatever they deploy, there are only so many meters. */
@Configuration(proxyBeanMethods = false)
class StepMeterLimit {

    private static final int MOST_ACTIVITIES = 500;

    @Bean
    static MeterFilter fewSteps() {
        return MeterFilter.maximumAllowableTags(
                StepMeters.STEP, StepMeters.ACTIVITY, MOST_ACTIVITIES, MeterFilter.deny());
    }
}
