package nl.schoolgang.toegang;

import jakarta.servlet.DispatcherType;
import java.util.List;
import java.util.Optional;
import nl.schoolgang.gemeente.Medewerker;
import nl.schoolgang.gemeente.Medewerkers;
import nl.schoolgang.gemeente.Recht;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.header.writers.ContentSecurityPolicyHeaderWriter;
import org.springframework.security.web.header.writers.DelegatingRequestMatcherHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.frameoptions.XFrameOptionsHeaderWriter;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestHeaderRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Two chains: the API without a session, and screens with Cockpit behind one form. Which address needs which right
 * stands in {@link Toegangsregel}; what stands nowhere is refused.
 *
 * <p>Addresses are matched by {@link PathPatternRequestMatcher#withDefaults()} only: matchers that are made from a text
 * alone look at one servlet, and the engine's servlets would slip past them.
 */
@Configuration(proxyBeanMethods = false)
class BeveiligingConfiguration {

    private static final PathPatternRequestMatcher.Builder PAD = PathPatternRequestMatcher.withDefaults();
    private static final RequestMatcher COCKPIT = PAD.matcher("/camunda/**");
    private static final RequestMatcher COCKPIT_API = PAD.matcher("/camunda/api/**");
    private static final RequestMatcher SCRIPT = new RequestHeaderRequestMatcher("X-Requested-With", "XMLHttpRequest");
    private static final String CSP_SCHERM =
            "default-src 'self'; img-src 'self' data:; frame-ancestors 'none'; base-uri 'none'; form-action 'self'";
    private static final String CSP_API = "default-src 'none'; frame-ancestors 'none'";

    @Bean
    PasswordEncoder wachtwoordhash() {
        return new Wachtwoordgeheugen(PasswordEncoderFactories.createDelegatingPasswordEncoder());
    }

    @Bean
    @Order(1)
    SecurityFilterChain api(HttpSecurity http, Medewerkers medewerkers, HuidigeMedewerker huidige, Inlogrem rem, PasswordEncoder hash)
            throws Exception {
        return http
                .securityMatcher(new OrRequestMatcher(PAD.matcher("/api/**"), PAD.matcher("/engine-rest/**"), PAD.matcher("/v3/api-docs/**"),
                        PAD.matcher("/v3/api-docs.yaml"), PAD.matcher("/actuator/prometheus"), PAD.matcher(Toegangsregel.AGENDA)))
                .authenticationManager(new ProviderManager(new Aanmeldcontrole(medewerkers, m -> true, rem, hash)))
                .sessionManagement(sessie -> sessie.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(csrf -> csrf.disable())
                .logout(uit -> uit.disable())
                .requestCache(onthouden -> onthouden.disable())
                .httpBasic(basic -> basic.authenticationEntryPoint(new ApiWeigering()))
                .exceptionHandling(fout -> fout.authenticationEntryPoint(new ApiWeigering()).accessDeniedHandler(new ApiWeigering()))
                .authorizeHttpRequests(wie -> {
                    wie.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD).permitAll();
                    wie.requestMatchers(PAD.matcher(HttpMethod.GET, Toegangsregel.AGENDA)).permitAll();
                    regels(wie, Toegangsregel.API, huidige);
                })
                .headers(koppen -> koppen.contentSecurityPolicy(csp -> csp.policyDirectives(CSP_API))
                        .referrerPolicy(herkomst -> herkomst.policy(ReferrerPolicy.NO_REFERRER)))
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain schermen(HttpSecurity http, Medewerkers medewerkers, HuidigeMedewerker huidige, Inlogrem rem, PasswordEncoder hash)
            throws Exception {
        HttpSessionRequestCache onthouden = new HttpSessionRequestCache();
        onthouden.setMatchingRequestParameterName(null);
        onthouden.setRequestMatcher(verzoek -> "GET".equals(verzoek.getMethod()) && !SCRIPT.matches(verzoek) && !COCKPIT_API.matches(verzoek)
                && Optional.ofNullable(verzoek.getHeader("Accept")).orElse("").contains("text/html"));
        return http
                .authenticationManager(new ProviderManager(
                        new Aanmeldcontrole(medewerkers, m -> m.magErgens(Recht.SCHERMEN), rem, hash)))
                // Cockpit brings its own protection against forged requests, with a cookie of the same name as Spring's.
                .csrf(csrf -> csrf.ignoringRequestMatchers(COCKPIT_API))
                .requestCache(cache -> cache.requestCache(onthouden))
                .formLogin(form -> form.loginPage("/login").usernameParameter("gebruikersnaam").passwordParameter("wachtwoord")
                        .defaultSuccessUrl("/").failureHandler((verzoek, antwoord, fout) -> antwoord.sendRedirect(verzoek.getContextPath()
                                + (fout instanceof TeVaakGeprobeerd rust ? "/login?wacht=" + rust.seconden() : "/login?fout"))).permitAll())
                .logout(uit -> uit.logoutRequestMatcher(new OrRequestMatcher(PAD.matcher(HttpMethod.POST, "/logout"),
                                PAD.matcher(HttpMethod.POST, "/camunda/api/admin/auth/user/*/logout")))
                        .logoutSuccessUrl("/login?uitgelogd").permitAll())
                .exceptionHandling(fout -> fout
                        .defaultAuthenticationEntryPointFor(new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED), new OrRequestMatcher(COCKPIT_API, SCRIPT))
                        .defaultAuthenticationEntryPointFor(new LoginUrlAuthenticationEntryPoint("/login"), verzoek -> true)
                        .accessDeniedHandler(new Schermweigering(huidige)))
                .authorizeHttpRequests(wie -> {
                    wie.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD).permitAll();
                    wie.requestMatchers(PAD.matcher(HttpMethod.GET, "/login"), PAD.matcher(HttpMethod.GET, "/bouw/**"),
                            PAD.matcher(HttpMethod.GET, "/favicon.ico"), PAD.matcher(HttpMethod.GET, "/actuator/health/**"), PAD.matcher("/error"))
                            .permitAll();
                    regels(wie, Toegangsregel.SCHERM, huidige);
                })
                .headers(BeveiligingConfiguration::koppen)
                .build();
    }

    private static void koppen(HeadersConfigurer<HttpSecurity> koppen) {
        RequestMatcher eigen = new NegatedRequestMatcher(COCKPIT);
        koppen.frameOptions(kader -> kader.disable())
                .addHeaderWriter(new DelegatingRequestMatcherHeaderWriter(eigen, new ContentSecurityPolicyHeaderWriter(CSP_SCHERM)))
                .addHeaderWriter(new DelegatingRequestMatcherHeaderWriter(eigen,
                        new XFrameOptionsHeaderWriter(XFrameOptionsHeaderWriter.XFrameOptionsMode.DENY)))
                .addHeaderWriter(new DelegatingRequestMatcherHeaderWriter(COCKPIT,
                        new XFrameOptionsHeaderWriter(XFrameOptionsHeaderWriter.XFrameOptionsMode.SAMEORIGIN)))
                .referrerPolicy(herkomst -> herkomst.policy(ReferrerPolicy.SAME_ORIGIN))
                .httpStrictTransportSecurity(veilig -> veilig.includeSubDomains(false));
    }

    private static void regels(AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry wie,
            List<Toegangsregel> regels, HuidigeMedewerker huidige) {
        regels.forEach(regel -> wie.requestMatchers(regel.methode() == null ? PAD.matcher(regel.patroon())
                : PAD.matcher(regel.methode(), regel.patroon())).access(mits(regel, huidige)));
        wie.anyRequest().denyAll();
    }

    private static AuthorizationManager<RequestAuthorizationContext> mits(Toegangsregel regel, HuidigeMedewerker huidige) {
        return (aanmelding, context) -> {
            Optional<Medewerker> medewerker = huidige.van(context.getRequest(), aanmelding.get());
            return new AuthorizationDecision(medewerker.filter(regel::staatToe).isPresent());
        };
    }
}
