package nl.schoolgang;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TimeZone;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nl.schoolgang.kalender.Tijdzone;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.context.event.ApplicationStartingEvent;
import org.springframework.boot.context.event.SpringApplicationEvent;
import org.springframework.boot.context.logging.LoggingApplicationListener;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.Environment;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.ClassPathResource;

/**
 * Runs before anything else: pins the JVM to Europe/Amsterdam, and refuses a start without a profile, or a production that is not set
 * up for production. What can only be seen in the database is looked at by {@link Productiecontrole}.
 */
class Startcontrole implements ApplicationListener<SpringApplicationEvent>, Ordered {

    private static final String GEHEIMEN = "schoolgang.geheim.";
    private static final Set<String> EIGEN_MACHINE = Set.of("localhost", "127.0.0.1", "::1", "[::1]");
    private static final List<String> TLS = List.of("server.ssl.bundle", "server.ssl.certificate", "server.ssl.key-store");

    @Override
    public void onApplicationEvent(SpringApplicationEvent gebeurtenis) {
        if (gebeurtenis instanceof ApplicationStartingEvent) {
            TimeZone.setDefault(TimeZone.getTimeZone(Tijdzone.AMSTERDAM));
        } else if (gebeurtenis instanceof ApplicationEnvironmentPreparedEvent klaar) {
            controleer(klaar.getEnvironment());
        }
    }

    /** As early as can be, but after logging is set up: before that nobody would see why. */
    @Override
    public int getOrder() {
        return LoggingApplicationListener.DEFAULT_ORDER + 1;
    }

    static void controleer(ConfigurableEnvironment omgeving) {
        Set<String> profielen = new TreeSet<>(List.of(omgeving.getActiveProfiles()));
        profielen.retainAll(Set.of("demo", "productie", "test"));
        if (profielen.size() != 1) {
            throw new StartGeweigerd(
                    profielen.isEmpty() ? "Schoolgang start niet zonder profiel." : "Deze profielen gaan niet samen: " + String.join(", ", profielen) + ".",
                    """
                    Kies er een:
                        demo       verzonnen gegevens op een ingebouwde PostgreSQL:  --spring.profiles.active=demo
                        productie  een eigen PostgreSQL (SPRING_DATASOURCE_URL):     --spring.profiles.active=productie""");
        }
        if (profielen.contains("productie")) {
            controleerProductie(omgeving);
        }
    }

    private static void controleerProductie(ConfigurableEnvironment omgeving) {
        List<String> gebreken = new ArrayList<>();
        if (!omgeving.getProperty("spring.datasource.url", "").startsWith("jdbc:postgresql:")) {
            gebreken.add("SPRING_DATASOURCE_URL ontbreekt of is geen PostgreSQL (jdbc:postgresql://server/databank).");
        }
        if (!heeftTls(omgeving)) {
            gebreken.add("TLS is niet geregeld. Zet SERVER_FORWARD_HEADERS_STRATEGY=native als een proxy ervoor TLS doet, of stel server.ssl.* in.");
        }
        for (String naam : List.of(GEHEIMEN + "actief", GEHEIMEN + "zoeksleutel")) {
            if (omgeving.getProperty(naam, "").isBlank()) {
                gebreken.add(naam + " ontbreekt.");
            }
        }
        if (mailtOnbeveiligd(omgeving)) {
            gebreken.add("De mail gaat onbeveiligd naar een andere machine. Zet schoolgang.berichten.smtp.beveiliging op starttls of tls.");
        }
        if (gebruiktGeheimVanDeDemo(omgeving)) {
            gebreken.add("Een van de sleutels onder " + GEHEIMEN + "* is die van de demo. Maak eigen sleutels.");
        }
        if (!gebreken.isEmpty()) {
            throw new StartGeweigerd("De productie is niet veilig ingesteld:\n" + gebreken.stream().map(g -> "  - " + g)
                    .collect(Collectors.joining("\n")), "Stel in wat hierboven staat, en start opnieuw.");
        }
    }

    private static boolean mailtOnbeveiligd(Environment omgeving) {
        String server = omgeving.getProperty("schoolgang.berichten.smtp.host", "").strip();
        return "geen".equalsIgnoreCase(omgeving.getProperty("schoolgang.berichten.smtp.beveiliging", "").strip()) && !server.isEmpty()
                && !EIGEN_MACHINE.contains(server.toLowerCase());
    }

    private static boolean heeftTls(Environment omgeving) {
        return Set.of("native", "framework").contains(omgeving.getProperty("server.forward-headers-strategy", "").toLowerCase())
                || TLS.stream().anyMatch(naam -> !omgeving.getProperty(naam, "").isBlank());
    }

    /** Keys that stand in the public source are no keys. */
    private static boolean gebruiktGeheimVanDeDemo(ConfigurableEnvironment omgeving) {
        Set<String> vanDeDemo = new TreeSet<>();
        try {
            for (PropertySource<?> bron : new YamlPropertySourceLoader().load("demo", new ClassPathResource("application-demo.yaml"))) {
                vanDeDemo.addAll(geheimen((EnumerablePropertySource<?>) bron));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return omgeving.getPropertySources().stream().filter(EnumerablePropertySource.class::isInstance)
                .flatMap(bron -> geheimen((EnumerablePropertySource<?>) bron).stream()).anyMatch(vanDeDemo::contains);
    }

    private static List<String> geheimen(EnumerablePropertySource<?> bron) {
        // Environment variables spell the same names in their own way.
        return List.of(bron.getPropertyNames()).stream()
                .filter(naam -> naam.toLowerCase().replace('_', '.').startsWith(GEHEIMEN) && !naam.toLowerCase().endsWith("actief"))
                .map(bron::getProperty).map(String::valueOf).map(String::strip).toList();
    }
}
