package nl.schoolgang.bericht;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.StringUtils;

/**
 * How messages leave.
 *
 * @param map       folder of the channel {@code bestand}
 * @param smtp      the mail server; without a host nothing goes by e-mail, and what should go waits and is given up in the end
 * @param gemeenten what a municipality settled for itself, by its code
 */
@ConfigurationProperties("schoolgang.berichten")
record Berichtinstellingen(Path map, @DefaultValue Smtp smtp, Map<String, Eigen> gemeenten) {

    Berichtinstellingen {
        gemeenten = gemeenten == null ? Map.of() : Map.copyOf(gemeenten);
    }

    /**
     * What a municipality settled.
     *
     * @param afzender e-mail address that its messages come from; null: that of the mail server's settings
     * @param kanalen  by kind of receiver; for what is not named the kind's own default holds
     * @param adressen mailboxes of fixed receivers, by their code ({@code zat}, {@code mdo}); used when a message has no address itself
     */
    record Eigen(String afzender, Map<Ontvangersoort, Kanaalkeuze> kanalen, Map<String, String> adressen) {

        Eigen {
            kanalen = kanalen == null ? Map.of() : Map.copyOf(kanalen);
            adressen = adressen == null ? Map.of() : Map.copyOf(adressen);
        }
    }

    /** What protects the connection with the mail server. */
    enum Beveiliging {
        /** Must be there, or nothing is sent. */
        STARTTLS,
        /** TLS from the first byte (SMTPS). */
        TLS,
        /** Nothing: only for a server on the same machine; production refuses any other. */
        GEEN
    }

    /**
     * The mail server.
     *
     * @param host           null: there is none
     * @param gebruikersnaam null: without logging in
     * @param afzender       e-mail address for municipalities without one of their own
     * @param sslBundle      name of a Spring SSL bundle with what is trusted; null: what Java trusts
     * @param verbinden      longest wait for a connection
     * @param lezen          longest wait for one answer, and for one write
     */
    record Smtp(String host, @DefaultValue("587") int poort, String gebruikersnaam, String wachtwoord, String afzender,
                @DefaultValue("STARTTLS") Beveiliging beveiliging, String sslBundle, @DefaultValue("10s") Duration verbinden,
                @DefaultValue("30s") Duration lezen) {

        Smtp {
            if (StringUtils.hasText(host) && !StringUtils.hasText(afzender)) {
                throw new IllegalArgumentException("schoolgang.berichten.smtp.afzender ontbreekt: zonder afzender kan niets per e-mail weg");
            }
            host = StringUtils.hasText(host) ? host : null;
        }

        @Override
        public String toString() {
            return "Smtp[" + host + ":" + poort + ", " + beveiliging + "]";
        }
    }

    Kanaalkeuze keuze(String gemeente, Ontvangersoort ontvanger) {
        Eigen eigen = gemeenten.get(gemeente);
        return eigen == null ? ontvanger.standaard() : eigen.kanalen().getOrDefault(ontvanger, ontvanger.standaard());
    }

    /** The fixed mailbox of a receiver; null when there is none. */
    String adres(String gemeente, String aan) {
        Eigen eigen = gemeenten.get(gemeente);
        return eigen == null ? null : eigen.adressen().get(aan);
    }

    String afzender(String gemeente) {
        Eigen eigen = gemeenten.get(gemeente);
        return eigen == null || eigen.afzender() == null ? smtp.afzender() : eigen.afzender();
    }
}
