package org.acmconversation.problem;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.RequestDispatcher;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.web.ServerProperties;
import org.springframework.boot.web.servlet.error.DefaultErrorAttributes;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.servlet.ModelAndView;

/** Each kind of refusal has a page of its own. */
class ErrorPagesTest {

    private static final ResourceBundle TEXTS = ResourceBundle.getBundle("messages/login", Locale.ROOT);

    private final ErrorProblems errors =
            new ErrorProblems(new DefaultErrorAttributes(), new ServerProperties(), new ObjectMapper());

    @ParameterizedTest
    @CsvSource({
        "401, Inicie sesión para abrir esta página",
        "403, Su rol no permite abrir esta página",
        "404, Esta página no existe",
        "409, Alguien ha cambiado esto al mismo tiempo que usted",
        "500, El servicio ha fallado al preparar esta página",
        "502, El servicio ha fallado al preparar esta página"
    })
    void aPageSaysWhatIsWrong(int status, String sentence) {
        var request = new MockHttpServletRequest();
        request.setAttribute(RequestDispatcher.ERROR_STATUS_CODE, status);
        request.setAttribute(RequestDispatcher.ERROR_REQUEST_URI, "/engagements/7/withdrawal");

        ModelAndView page = errors.errorHtml(request, new MockHttpServletResponse());

        assertThat(page).isNotNull();
        assertThat(page.getViewName()).isEqualTo("error");
        assertThat(page.getStatus().value()).isEqualTo(status);
        assertThat(TEXTS.getString(page.getModel().get("text").toString())).contains(sentence);
        assertThat(TEXTS.getString(page.getModel().get("title").toString())).isNotBlank();
    }
}
