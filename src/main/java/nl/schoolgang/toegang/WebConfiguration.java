package nl.schoolgang.toegang;

import java.util.List;
import java.util.Locale;
import nl.schoolgang.engine.EngineAanmelding;
import nl.schoolgang.gemeente.Medewerker;
import org.apache.catalina.core.StandardHost;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.FixedLocaleResolver;

/** The log-in page, the employee as an argument of controllers, and the engine's authentication of each request. */
@Configuration(proxyBeanMethods = false)
class WebConfiguration implements WebMvcConfigurer {

    static {
        // Who asks is no parameter of the call.
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Medewerker.class);
    }

    private final MedewerkerArgument medewerkerArgument;

    WebConfiguration(MedewerkerArgument medewerkerArgument) {
        this.medewerkerArgument = medewerkerArgument;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> oplossers) {
        oplossers.add(medewerkerArgument);
    }

    @Override
    public void addViewControllers(ViewControllerRegistry schermen) {
        schermen.addViewController("/login").setViewName("toegang/login");
    }

    /** The screens are in Dutch whatever the browser asks for. */
    @Bean
    static LocaleResolver localeResolver() {
        return new FixedLocaleResolver(Locale.forLanguageTag("nl"));
    }

    @Bean
    static WebServerFactoryCustomizer<TomcatServletWebServerFactory> foutblad() {
        return server -> server.addContextCustomizers(context -> {
            if (context.getParent() instanceof StandardHost host) {
                host.setErrorReportValveClass(Foutblad.class.getName());
            }
        });
    }

    @Bean
    static FilterRegistrationBean<EngineaanmeldingFilter> engineaanmeldingFilter(EngineAanmelding engine, HuidigeMedewerker huidige) {
        FilterRegistrationBean<EngineaanmeldingFilter> filter = new FilterRegistrationBean<>(new EngineaanmeldingFilter(engine, huidige));
        filter.setOrder(SecurityProperties.DEFAULT_FILTER_ORDER + 1);
        return filter;
    }
}
