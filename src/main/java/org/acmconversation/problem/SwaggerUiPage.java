package org.acmconversation.problem;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springdoc.core.properties.SwaggerUiConfigProperties;
import org.springdoc.core.properties.SwaggerUiOAuthProperties;
import org.springdoc.core.providers.ObjectMapperProvider;
import org.springdoc.webmvc.ui.SwaggerIndexPageTransformer;
import org.springdoc.webmvc.ui.SwaggerWelcomeCommon;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.resource.ResourceTransformerChain;
import org.springframework.web.servlet.resource.TransformedResource;

/** Swagger UI with our own style sheet, because its colors have too little contrast. */
@Component
class SwaggerUiPage extends SwaggerIndexPageTransformer {

    private static final String STYLE = "<link rel=\"stylesheet\" href=\"/api-page.css\">";

    SwaggerUiPage(
            SwaggerUiConfigProperties page,
            SwaggerUiOAuthProperties login,
            SwaggerWelcomeCommon welcome,
            ObjectMapperProvider json) {
        super(page, login, welcome, json);
    }

    @Override
    public Resource transform(HttpServletRequest request, Resource resource, ResourceTransformerChain chain)
            throws IOException {
        Resource page = super.transform(request, resource, chain);
        if (!"index.html".equals(page.getFilename())) {
            return page;
        }
        String html = page.getContentAsString(StandardCharsets.UTF_8).replace("</head>", STYLE + "</head>");
        return new TransformedResource(page, html.getBytes(StandardCharsets.UTF_8));
    }
}
