package org.acmconversation.webpage;

import jakarta.servlet.DispatcherType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.util.DigestUtils;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.ResourceUrlEncodingFilter;
import org.springframework.web.servlet.resource.VersionResourceResolver;

/** Configures the static files and the language of our pages. */
@Configuration(proxyBeanMethods = false)
class PageConfiguration implements WebMvcConfigurer {

    private static final String WEBJARS = "classpath:/META-INF/resources/webjars/";

    /**
     * Exposes only the folders that pages need, because the WebJars also contain the web applications. A file's URL
     * contains its hash, so browsers may cache it permanently.
     */
    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/assets/**")
                .addResourceLocations(
                        "classpath:/assets/", WEBJARS + "picocss__pico/2.1.1/css/", WEBJARS + "bpmn-js/8.0.0/dist/")
                .setCacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePrivate().immutable())
                .setEtagGenerator(PageConfiguration::etag)
                .resourceChain(true)
                .addResolver(new VersionResourceResolver().addContentVersionStrategy("/**"));
    }

    /** A weak ETag, because Tomcat does not compress responses with a strong one. */
    private static String etag(Resource file) {
        try {
            return "W/\"%s\"".formatted(DigestUtils.md5DigestAsHex(file.getContentAsByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException("A file of the jar cannot be read", e);
        }
    }

    /** Adds each file's hash to its URL, on error pages, too. */
    @Bean
    FilterRegistrationBean<ResourceUrlEncodingFilter> addressesOfAssets() {
        var registration = new FilterRegistrationBean<>(new ResourceUrlEncodingFilter());
        registration.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ERROR);
        return registration;
    }

    /** Has the bean name that Spring MVC looks up. */
    @Bean
    PersonalLocaleResolver localeResolver(PersonalSettings settings) {
        return new PersonalLocaleResolver(settings);
    }
}
