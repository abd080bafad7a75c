package org.acmconversation.engine;

import java.time.Clock;
import java.util.List;
import org.acmconversation.engine.deadline.CommandWorkingDays;
import org.acmconversation.engine.deadline.WorkingDayCalendar;
import org.acmconversation.engine.deadline.WorkingDays;
import org.acmconversation.engine.feel.FeelCache;
import org.acmconversation.engine.identity.PasswordHash;
import org.acmconversation.engine.identity.PasswordProperties;
import org.acmconversation.engine.job.JitteredRetry;
import org.acmconversation.engine.persistence.ReplacedManager;
import org.acmconversation.engine.task.CheckedFormService;
import org.acmconversation.engine.task.CheckedTaskService;
import org.acmconversation.engine.task.CommentObserver;
import org.acmconversation.engine.task.CompletionCheck;
import org.acmconversation.engine.task.CompletionGuard;
import org.acmconversation.engine.task.CompletionListener;
import org.acmconversation.engine.task.EndedTaskInterceptor;
import org.acmconversation.engine.task.FormContext;
import org.acmconversation.engine.task.HandOver;
import org.acmconversation.engine.task.HandOverRule;
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

/** Changes the engine's defaults, in addition to the settings in {@code application.yaml}. */
@Configuration(proxyBeanMethods = false)
class EngineConfiguration {

    /** Ticks in microseconds, the precision of both databases, so that a stored time equals what is read back. */
    @Bean
    Clock clock() {
        return new DatabaseClock(Clock.systemUTC());
    }

    @Bean
    ProcessEnginePlugin feelOnce() {
        return new FeelCache();
    }

    @Bean
    ProcessEnginePlugin endedTasks() {
        return new AbstractProcessEnginePlugin() {
            @Override
            public void preInit(ProcessEngineConfigurationImpl configuration) {
                CommandInterceptors.prepend(configuration, EndedTaskInterceptor::new);
            }
        };
    }

    /** Due dates and timers in working days. */
    @Bean
    ProcessEnginePlugin workingDayCalendars(ObjectProvider<WorkingDays> workingDays) {
        return new AbstractProcessEnginePlugin() {
            @Override
            public void preInit(ProcessEngineConfigurationImpl configuration) {
                var calendars = new MapBusinessCalendarManager();
                calendars.addBusinessCalendar(
                        DurationBusinessCalendar.NAME, new WorkingDayCalendar(new DurationBusinessCalendar()));
                calendars.addBusinessCalendar(
                        DueDateBusinessCalendar.NAME, new WorkingDayCalendar(new DueDateBusinessCalendar()));
                calendars.addBusinessCalendar(CycleBusinessCalendar.NAME, new CycleBusinessCalendar());
                configuration.setBusinessCalendarManager(calendars);
                ReplacedManager.replace(
                        configuration, CommandWorkingDays.class, () -> new CommandWorkingDays(workingDays));
            }
        };
    }

    @Bean
    PasswordHash passwordHash(PasswordProperties properties) {
        return new PasswordHash(properties.passwordRounds());
    }

    /**
     * Both ways to complete a task, the task service and the form service, validate the submitted form.
     *
     * <p>The engine starts after Flyway has created its tables.
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
                // Candidates and assignees may work on a task, but not hand it over.
                configuration.setDefaultUserPermissionNameForTask(Permissions.TASK_WORK.getName());
                // The business key is the engagement's id: failures in jobs are logged with it.
                configuration.setLoggingContextBusinessKey(LogContext.ENGAGEMENT_ID);
                // Candidates and assignees may also read the history and comments of a task.
                configuration.setEnableHistoricInstancePermissions(true);
                configuration.setGroupResourceWhitelistPattern("[a-zA-Z0-9-]+");
                // Value discussions of one engagement end one after the other, so that they do not conflict.
                configuration.setJobExecutorAcquireExclusiveOverProcessHierarchies(true);
                configuration.setFailedJobCommandFactory(JitteredRetry::new);
                // For a job that will be retried we log one line; the engine logs the stack trace when no retries are
                // left.
                configuration.setEnableReducedJobExceptionLogging(true);
                // The code that catches a failure logs it or responds to it; a rejected form is not an error.
                configuration.setEnableCmdExceptionLogging(false);
                configuration.setPasswordEncryptor(passwords.forNewPasswords());
                configuration.setCustomPasswordChecker(passwords.forStoredPasswords());
                // The engine would lock a user permanently after ten failures; our login's lock expires.
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
