package org.acmconversation.engine;

import java.time.Clock;
import java.util.List;
import org.acmconversation.operations.LogContext;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.impl.calendar.CycleBusinessCalendar;
import org.camunda.bpm.engine.impl.calendar.DueDateBusinessCalendar;
import org.camunda.bpm.engine.impl.calendar.DurationBusinessCalendar;
import org.camunda.bpm.engine.impl.calendar.MapBusinessCalendarManager;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is different from the engine's defaults, beside the settings in {@code application.yaml}. */
@Configuration(proxyBeanMethods = false)
class EngineConfiguration {

    /** Ticks in microseconds, the precision of both databases: what is written equals what is read again. */
    @Bean
    Clock clock() {
        return new DatabaseClock(Clock.systemUTC());
    }

    @Bean
    ProcessEnginePlugin feelOnce() {
        return new FeelOnce();
    }

    /** Due dates and timers in working days. */
    @Bean
    ProcessEnginePlugin workingDayCalendars(ObjectProvider<WorkingDays> workingDays) {
        return new AbstractProcessEnginePlugin() {
            @Override
            public void preInit(ProcessEngineConfigurationImpl configuration) {
                var calendars = new MapBusinessCalendarManager();
                calendars.addBusinessCalendar(
                        DurationBusinessCalendar.NAME,
                        new WorkingDayCalendar(new DurationBusinessCalendar(), workingDays));
                calendars.addBusinessCalendar(
                        DueDateBusinessCalendar.NAME,
                        new WorkingDayCalendar(new DueDateBusinessCalendar(), workingDays));
                calendars.addBusinessCalendar(CycleBusinessCalendar.NAME, new CycleBusinessCalendar());
                configuration.setBusinessCalendarManager(calendars);
            }
        };
    }

    @Bean
    PasswordHash passwordHash(PasswordProperties properties) {
        return new PasswordHash(properties.passwordRounds());
    }

    /**
     * Both ways to complete a task, the task service and the form service, check what a form sends.
     *
     * <p>The engine starts once Flyway has made its tables.
     */
    @Bean
    @DependsOnDatabaseInitialization
    ProcessEnginePlugin completionGuard(
            List<CompletionCheck> checks,
            List<CompletionListener> listeners,
            FormContext formContext,
            HandOverRule handOver,
            ObjectProvider<CommentObserver> comments,
            PasswordHash passwords) {
        return new AbstractProcessEnginePlugin() {
            @Override
            public void preInit(ProcessEngineConfigurationImpl configuration) {
                var guard = new CompletionGuard(checks, listeners);
                // Candidates and assignees work on a task; they do not hand it to others.
                configuration.setDefaultUserPermissionNameForTask(Permissions.TASK_WORK.getName());
                // The business key is the engagement's id: what fails in a job is logged with it.
                configuration.setLoggingContextBusinessKey(LogContext.ENGAGEMENT_ID);
                // What candidates and assignees may read of a task, they may read of its history and comments.
                configuration.setEnableHistoricInstancePermissions(true);
                configuration.setGroupResourceWhitelistPattern("[a-zA-Z0-9-]+");
                // Value discussions of one engagement end one after the other, not in each other's way.
                configuration.setJobExecutorAcquireExclusiveOverProcessHierarchies(true);
                configuration.setFailedJobCommandFactory(JitteredRetry::new);
                // Of a job that is to run again a line of ours tells; the engine's stack trace comes when it gives up.
                configuration.setEnableReducedJobExceptionLogging(true);
                // Whoever catches a failure logs it, or answers it: a form that is refused is no error.
                configuration.setEnableCmdExceptionLogging(false);
                configuration.setPasswordEncryptor(passwords.forNewPasswords());
                configuration.setCustomPasswordChecker(passwords.forStoredPasswords());
                // The engine would lock a user for good after ten failures; the login has a lock that ends.
                configuration.setLoginMaxAttempts(Integer.MAX_VALUE);
                configuration.setLoginDelayBase(0);
                configuration.setTaskService(new CheckedTaskService(guard, new HandOver(handOver), comments));
                configuration.setFormService(new CheckedFormService(guard, formContext));
                configuration.setRuntimeService(new CheckedRuntimeService());
                configuration.setFilterService(new CheckedFilterService());
                configuration.setManagementService(new CheckedManagementService(configuration));
            }
        };
    }
}
