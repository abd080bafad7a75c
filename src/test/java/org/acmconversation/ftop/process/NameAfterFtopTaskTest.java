package org.acmconversation.ftop.process;

import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import org.acmconversation.model.ConversationModel.Variable;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Task names derived from the playbook's names in the catalog. */
class NameAfterFtopTaskTest {

    @ParameterizedTest
    @CsvSource({
        "OneDrive - Entregar la Presentación de valor empresarial de OneDrive para la Empresa, OneDrive",
        "Office ProPlus/Windows - Entregar la app Assure BVD, Office ProPlus/Windows",
        "Discusión de valor empresarial de Exchange Online (BVD), Exchange Online",
        "Taller de valor empresarial de SharePoint Online., SharePoint Online",
        "Reunión de cierre, Reunión de cierre"
    })
    void namesADiscussionAfterItsService(String ftopTask, String service) {
        DelegateTask task = mock(DelegateTask.class);
        when(task.getVariable(Variable.FTOP_TASK_NAME)).thenReturn(ftopTask);
        when(task.getName()).thenReturn("Realizar la discusión de valor");

        new NameAfterFtopTask().notify(task);

        verify(task).setName(service + ": realizar la discusión de valor");
    }
}
