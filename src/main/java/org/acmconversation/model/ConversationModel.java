package org.acmconversation.model;

import java.util.List;

/**
 * Ids, messages, errors and variables of the models that Java code refers to. {@code processes/README.md} tells
 * analysts that these are fixed.
 */
public final class ConversationModel {

    /** Id of the main process. */
    public static final String PROCESS = "acm-conversation";

    /** Extension property of an end event: the engagement's outcome. */
    public static final String OUTCOME_PROPERTY = "outcome";

    /** The user task that completes missing entry criteria. */
    public static final String COMPLETE_ENTRY_CRITERIA = "completeEntryCriteria";

    /** The user task in which the conversation with the customer gets its time. */
    public static final String SCHEDULE_CONVERSATION = "scheduleConversation";

    /** The user task that is open until the conversation with the customer has taken place. */
    public static final String CONDUCT_CONVERSATION = "conductConversation";

    /** Activities that a conversation completes on the longest path, in this order. */
    public static final List<String> MILESTONES = List.of(
            SCHEDULE_CONVERSATION,
            CONDUCT_CONVERSATION,
            "deliverValueDiscussion",
            "qualifyAdditionalServices",
            "introduceAdoptionSme");

    /** Roles of FTOP tasks, as the catalog names them. */
    public static final List<String> FASTTRACK_ROLES = List.of("FASTTRACK_MANAGER", "FASTTRACK_ENGINEER");

    private ConversationModel() {}

    /** Candidate groups of user tasks: the roles of the playbook. */
    public static final class CandidateGroup {

        public static final String FASTTRACK_MANAGER = "fasttrack-manager";
        public static final String FASTTRACK_ENGINEER = "fasttrack-engineer";
        public static final String FASTTRACK_READY_PARTNER = "fasttrack-ready-partner";

        public static final List<String> ALL = List.of(FASTTRACK_MANAGER, FASTTRACK_ENGINEER, FASTTRACK_READY_PARTNER);

        /** Groups of the {@link #FASTTRACK_ROLES roles of FTOP tasks}. */
        public static final List<String> OF_FTOP_TASKS = List.of(FASTTRACK_MANAGER, FASTTRACK_ENGINEER);

        private CandidateGroup() {}
    }

    /** Messages that a running conversation receives. */
    public static final class Message {

        public static final String PROFILE_CHANGED = "acm.profileChanged";
        public static final String ENGAGEMENT_WITHDRAWN = "acm.engagementWithdrawn";
        public static final String CONVERSATION_RESCHEDULED = "acm.conversationRescheduled";

        /** A conversation that does not receive {@link #CONVERSATION_RESCHEDULED} cannot be rescheduled. */
        static final List<String> REQUIRED = List.of(PROFILE_CHANGED, ENGAGEMENT_WITHDRAWN);

        static final List<String> ALL = List.of(PROFILE_CHANGED, ENGAGEMENT_WITHDRAWN, CONVERSATION_RESCHEDULED);

        private Message() {}
    }

    /** Errors that the models catch. */
    public static final class ErrorCode {

        /** FTOP refused a request; a manager decides how to continue. */
        public static final String FTOP_REFUSED = "ftopRefused";

        private ErrorCode() {}
    }

    /** Escalations that the main process receives. */
    static final class Escalation {

        /** A task is overdue. */
        static final String TASK_OVERDUE = "acm.taskOverdue";

        private Escalation() {}
    }

    /** Decisions whose tables Java code reads or evaluates. */
    public static final class Decision {

        public static final String ENTRY_CRITERIA = "acm-entry-criteria";
        public static final String ENTERPRISE_ELIGIBILITY = "enterprise-eligibility";

        /** Who gets a new task. Models without it leave each in its queue. */
        public static final String ASSIGNMENT = "assignment";

        public static final String FTOP_CONVERSATION_TASK = "ftop-conversation-task";
        public static final String FTOP_VALUE_DISCUSSIONS = "ftop-value-discussions";

        private Decision() {}
    }

    /** Process variables. */
    public static final class Variable {

        public static final String CUSTOMER_NAME = "customerName";
        public static final String LICENSES = "licenses";
        public static final String SEGMENT = "segment";
        public static final String SERVICES = "services";
        public static final String KICKOFF_HELD = "kickoffHeld";
        public static final String BENEFIT_UNDERSTOOD = "benefitUnderstood";
        public static final String RESOURCES_CLEAR = "resourcesClear";
        public static final String IN_ENTERPRISE_ADOPTION_PROGRAM = "inEnterpriseAdoptionProgram";
        public static final String ACTIVITY_ID = "activityId";
        public static final String CATALOG_ID = "catalogId";
        public static final String CONVERSATION_AT = "conversationAt";
        public static final String INVITEES = "invitees";
        public static final String VALUE_DISCUSSIONS = "valueDiscussions";
        public static final String CANDIDATE_GROUP = "candidateGroup";
        public static final String FTOP_TASK_NAME = "ftopTaskName";
        public static final String SME_REQUESTED_BY = "smeRequestedBy";
        public static final String DECLINE_REASON = "declineReason";
        public static final String REFUSED_CATALOG_ID = "refusedCatalogId";
        public static final String FTOP_REJECTION = "ftopRejection";

        public static final String ENGAGEMENT = "engagement";
        public static final String LAST_ANSWERS = "lastAnswers";
        public static final String PREVIOUS_STEPS = "previousSteps";

        /** Data that every form can show, though it is not a process variable. */
        static final List<String> OF_EACH_FORM = List.of(ENGAGEMENT, LAST_ANSWERS, PREVIOUS_STEPS);

        /** Variables that a conversation has from the start. */
        static final List<String> OF_AN_ENGAGEMENT = List.of(
                CUSTOMER_NAME,
                LICENSES,
                SEGMENT,
                SERVICES,
                KICKOFF_HELD,
                BENEFIT_UNDERSTOOD,
                RESOURCES_CLEAR,
                IN_ENTERPRISE_ADOPTION_PROGRAM);

        private Variable() {}
    }
}
