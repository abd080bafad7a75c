package org.acmconversation.contract;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;

/** The API's contract on H2. */
@OnH2
@Tag("untuned")
class ContractOnH2Test {

    @Nested
    class Start extends StartContract {}

    @Nested
    class Validation extends ValidationContract {}

    @Nested
    class Body extends BodyContract {}

    @Nested
    class Idempotency extends IdempotencyContract {}

    @Nested
    class ReadAndList extends ReadAndListContract {}

    @Nested
    class Similar extends SimilarContract {}

    @Nested
    class SavedView extends SavedViewContract {}

    @Nested
    class Person extends PersonContract {}

    @Nested
    class PeopleNames extends PeopleNamesContract {}

    @Nested
    class Export extends ExportContract {

        @Override
        String randomUuid() {
            return "random_uuid()";
        }

        @Override
        String series(int last) {
            return "(select x from system_range(1, " + last + "))";
        }
    }

    @Nested
    class Preview extends PreviewContract {}

    @Nested
    class Portfolio extends PortfolioContract {}

    @Nested
    class DueSoon extends DueSoonContract {}

    @Nested
    class PortfolioRoles extends PortfolioRolesContract {}

    @Nested
    class Comment extends CommentContract {}

    @Nested
    class Absence extends AbsenceContract {}

    @Nested
    class AbsencePage extends AbsencePageContract {}

    @Nested
    class Assignment extends AssignmentContract {}

    @Nested
    class FollowUp extends FollowUpContract {}

    @Nested
    class Contact extends ContactContract {}

    @Nested
    class Holiday extends HolidayContract {}

    @Nested
    class DeadlineMover extends DeadlineMoverContract {

        @Override
        String waitingSessions() {
            return "information_schema.sessions where blocker_id is not null";
        }
    }

    @Nested
    class Calendar extends CalendarContract {}

    @Nested
    class Feed extends FeedContract {}

    @Nested
    class Change extends ChangeContract {}

    @Nested
    class Conversation extends ConversationContract {}

    @Nested
    class Withdrawal extends WithdrawalContract {}

    @Nested
    class Erasure extends ErasureContract {}

    @Nested
    class ErasedEverywhere extends ErasedEverywhereContract {}

    @Nested
    class Retention extends RetentionContract {

        @Override
        void ageAudit(String condition, int days) {
            database.update("update audit_entry set occurred_at = occurred_at - interval '%d' day where %s"
                    .formatted(days, condition));
        }
    }

    @Nested
    class Import extends ImportContract {}

    @Nested
    class ImportedFile extends ImportFileContract {}

    @Nested
    class FtopAndTimeline extends FtopAndTimelineContract {}

    @Nested
    class Task extends TaskContract {}

    @Nested
    class NewTask extends NewTaskContract {}

    @Nested
    class HandOver extends HandOverContract {}

    @Nested
    class Answers extends AnswersContract {}

    @Nested
    class Drafts extends DraftContract {}

    @Nested
    class Queue extends QueueContract {}

    @Nested
    class EngineRest extends EngineRestContract {}

    @Nested
    class Access extends AccessContract {}

    @Nested
    class Login extends LoginContract {}

    @Nested
    class Audit extends AuditContract {}

    @Nested
    class DeadLetter extends DeadLetterContract {}

    @Nested
    class Notification extends NotificationContract {}

    @Nested
    class MailDeadLetter extends MailDeadLetterContract {}

    @Nested
    class OpenApi extends OpenApiContract {}

    @Nested
    class Error extends ErrorContract {}

    @Nested
    class DeletedProcess extends DeletedProcessContract {}

    @Nested
    class Suspension extends SuspensionContract {}

    @Nested
    class Outage extends OutageContract {}
}
