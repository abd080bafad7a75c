package org.acmconversation.engine.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The engine's messages about models are translated to Spanish for analysts, including the names. */
class EngineProblemsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "cvc-complex-type.2.4.a: Invalid content was found starting with element '{\"http://www.omg.org/spec/BPMN/20100524/MODEL\":surprise}'. One of '{x}' is expected. | «surprise» no puede estar aquí",
                "cvc-complex-type.4: Attribute 'targetNamespace' must appear on element 'bpmn:definitions'. | a «bpmn:definitions» le falta «targetNamespace»",
                "cvc-id.2: There are multiple occurrences of ID value 'end'. | «end» está repetido",
                "cvc-datatype-valid.1.2.1: 'yes please' is not a valid value for 'boolean'. | el valor «yes please» no se entiende",
                "Invalid destination 'nowhere' of sequence flow 'in' | nombra «nowhere», que no existe",
                "Cannot deploy process definition 'second': there already is a message event subscription for the message with name 'begin'. | mensaje «begin»",
                "Exclusive Gateway 'fork' has no outgoing sequence flows. | se trata de «fork»",
                "Timer needs configuration (either timeDate, timeCycle or timeDuration is needed). | revise el elemento",
            })
    void translatesEngineMessagesToSpanishInstructions(String english, String spanish) {
        assertThat(EngineProblems.worded(english.strip())).contains(spanish.strip());
    }
}
