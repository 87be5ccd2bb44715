package nl.schoolgang;

import java.util.List;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Refuses a production on a database that the demo has filled, before a door is opened: the password of its users is public. */
@Component
@Profile("productie")
class Productiecontrole implements SmartInitializingSingleton {

    private static final String DEMOWACHTWOORD = "demo";

    private final JdbcClient jdbc;
    private final PasswordEncoder codering = PasswordEncoderFactories.createDelegatingPasswordEncoder();

    Productiecontrole(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void afterSingletonsInstantiated() {
        // Comparing is slow by design; the demo gives all its users one and the same hash.
        List<String> hashes = jdbc.sql("select distinct wachtwoord from medewerker where wachtwoord is not null").query(String.class).list();
        boolean gevuld = jdbc.sql("select exists (select 1 from instelling where sleutel like 'demo.%')").query(Boolean.class).single();
        if (gevuld || hashes.parallelStream().anyMatch(this::isVanDeDemo)) {
            throw new StartGeweigerd("In deze databank staan gebruikers van de demo: hun wachtwoord is algemeen bekend.",
                    "Gebruik voor de productie een databank die nooit door de demo is gevuld.");
        }
    }

    private boolean isVanDeDemo(String hash) {
        try {
            return codering.matches(DEMOWACHTWOORD, hash);
        } catch (IllegalArgumentException e) {
            // No algorithm that this application knows, so nobody can log in with it either.
            return false;
        }
    }
}
