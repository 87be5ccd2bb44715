package nl.schoolgang.engine;

import java.util.Map;
import org.camunda.bpm.webapp.impl.security.auth.ContainerBasedAuthenticationFilter;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Lets Cockpit use the log-in of the screens. */
@Configuration(proxyBeanMethods = false)
class CockpitConfiguration {

    /** After the log-in itself and after the engine's authentication of this request is set: the filter asks the engine. */
    static final int ORDE = SecurityProperties.DEFAULT_FILTER_ORDER + 2;

    @Bean
    FilterRegistrationBean<ContainerBasedAuthenticationFilter> cockpitAanmeldingFilter() {
        FilterRegistrationBean<ContainerBasedAuthenticationFilter> filter = new FilterRegistrationBean<>(new ContainerBasedAuthenticationFilter());
        filter.setInitParameters(Map.of("authentication-provider", CockpitAanmelding.class.getName()));
        filter.addUrlPatterns("/camunda/app/*", "/camunda/api/*");
        filter.setOrder(ORDE);
        return filter;
    }
}
