package nl.schoolgang.bewaking.cockpit;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.security.Principal;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import nl.schoolgang.gemeente.Conflict;
import nl.schoolgang.gemeente.Fout;
import nl.schoolgang.gemeente.GeenRecht;
import nl.schoolgang.gemeente.Medewerker;
import nl.schoolgang.gemeente.Medewerkers;
import nl.schoolgang.gemeente.NietGevonden;
import nl.schoolgang.gemeente.OngeldigeInvoer;
import org.camunda.bpm.engine.AuthorizationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;

/**
 * Answers Cockpit: JSON as our own API writes it, and a refusal or a fault as problem+json in Dutch. Cockpit's own handler would hand on the
 * message of every exception.
 */
@Component
class Antwoordgever {

    private static final Logger LOG = LoggerFactory.getLogger(Antwoordgever.class);
    private static final String PROBLEEM = "application/problem+json;charset=UTF-8";
    private static final int ONGELDIG = 422;

    private final Medewerkers medewerkers;
    private final ObjectMapper json;

    Antwoordgever(Medewerkers medewerkers, ObjectMapper json) {
        this.medewerkers = medewerkers;
        this.json = json;
    }

    /** Answers questions of whoever is logged in. */
    Gesprek voor(Principal wie) {
        return vraag -> {
            try {
                Medewerker ik = medewerkers.metNaam(wie.getName()).orElseThrow(() -> new GeenRecht("U hebt hier geen toegang (meer)."));
                return Response.ok(schrijf(vraag.apply(ik)), MediaType.APPLICATION_JSON + ";charset=UTF-8").header("Cache-Control", "no-store").build();
            } catch (RuntimeException fout) {
                Probleem probleem = probleem(fout);
                return Response.status(probleem.status()).type(PROBLEEM).header("Cache-Control", "no-store").entity(schrijf(probleem)).build();
            }
        };
    }

    /** One request of one employee. */
    @FunctionalInterface
    interface Gesprek {
        Response antwoord(Function<Medewerker, Object> vraag);
    }

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    private record Probleem(String title, int status, String detail, List<Fout> fouten) {
    }

    private static Probleem probleem(RuntimeException fout) {
        if (fout instanceof OngeldigeInvoer e) {
            return new Probleem("Ongeldige invoer", ONGELDIG, "Controleer wat u hebt ingevuld.", e.fouten());
        }
        if (fout instanceof NietGevonden) {
            return new Probleem("Niet gevonden", 404, fout.getMessage(), List.of());
        }
        if (fout instanceof GeenRecht) {
            return new Probleem("Geen recht", 403, fout.getMessage(), List.of());
        }
        if (fout instanceof AuthorizationException) {
            return new Probleem("Geen recht", 403, "U hebt hier geen recht op.", List.of());
        }
        if (fout instanceof Conflict) {
            return new Probleem("Dit kan nu niet", 409, fout.getMessage(), List.of());
        }
        if (fout instanceof ConcurrencyFailureException) {
            return new Probleem("Dit kan nu niet", 409, "Iemand anders wijzigde dit op hetzelfde moment. Probeer het opnieuw.", List.of());
        }
        String kenmerk = UUID.randomUUID().toString();
        // The kind and the place only: a message may quote what was typed.
        StackTraceElement[] plek = fout.getStackTrace();
        LOG.error("Unexpected error {} in Cockpit: {} at {}", kenmerk, fout.getClass().getName(), plek.length == 0 ? "?" : plek[0]);
        return new Probleem("Interne fout", 500, "Er ging iets mis dat niet aan u ligt. Kenmerk: " + kenmerk + ".", List.of());
    }

    private String schrijf(Object antwoord) {
        try {
            return json.writeValueAsString(antwoord);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Een antwoord aan Cockpit is niet te schrijven", e);
        }
    }
}
