package org.acmconversation.page;

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

/** What browsers load for our pages, and the language in which they get them. */
@Configuration(proxyBeanMethods = false)
class PageConfiguration implements WebMvcConfigurer {

    private static final String WEBJARS = "classpath:/META-INF/resources/webjars/";

    /**
     * Only the folders that pages need: the web applications lie among the WebJars, too. The hash of a file is part of
     * its address, so a browser may keep it for good.
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

    /** Weak: Tomcat does not compress what has a strong one. */
    private static String etag(Resource file) {
        try {
            return "W/\"%s\"".formatted(DigestUtils.md5DigestAsHex(file.getContentAsByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException("A file of the jar cannot be read", e);
        }
    }

    /** Writes the hash of each file into its address; pages of errors are dispatched as such. */
    @Bean
    FilterRegistrationBean<ResourceUrlEncodingFilter> addressesOfAssets() {
        var registration = new FilterRegistrationBean<>(new ResourceUrlEncodingFilter());
        registration.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ERROR);
        return registration;
    }

    /** Named as Spring MVC looks it up. */
    @Bean
    PersonalLocaleResolver localeResolver(PersonalSettings settings) {
        return new PersonalLocaleResolver(settings);
    }
}
