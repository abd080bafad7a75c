package org.acmconversation.operations;

import org.springframework.boot.context.event.ApplicationContextInitializedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.io.support.SpringFactoriesLoader;

/** Runs the {@link SettingsCheck}s of a start of the service, as soon as its settings are known. */
class EarlyChecks implements ApplicationListener<ApplicationContextInitializedEvent> {

    private static final String APPLICATION = "org.acmconversation";

    @Override
    public void onApplicationEvent(ApplicationContextInitializedEvent initialized) {
        if (initialized.getSpringApplication().getAllSources().stream().anyMatch(EarlyChecks::isApplication)) {
            SpringFactoriesLoader.forDefaultResourceLocation()
                    .load(SettingsCheck.class)
                    .forEach(check -> check.check(initialized.getApplicationContext()));
        }
    }

    /** Other applications may have these classes on their class path. */
    private static boolean isApplication(Object source) {
        return source instanceof Class<?> type && type.getPackageName().equals(APPLICATION);
    }
}
