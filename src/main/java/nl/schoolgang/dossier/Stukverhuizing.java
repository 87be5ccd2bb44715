package nl.schoolgang.dossier;

import java.util.List;
import java.util.UUID;
import nl.schoolgang.leerling.LeerlingSamengevoegd;
import nl.schoolgang.leerling.OuderSamengevoegd;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Moves pieces of a dossier when what they are about turns out to belong elsewhere. What the log says of them stays: it names ids. */
@Service
public class Stukverhuizing {

    private final JdbcClient jdbc;

    Stukverhuizing(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All pieces about one melding go to another pupil and case. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void vanMelding(UUID meldingId, UUID naarLeerling, UUID naarZaak) {
        jdbc.sql("update dossierstuk set leerling_id = ?, zaak_id = ? where melding_id = ?").params(naarLeerling, naarZaak, meldingId).update();
    }

    @EventListener
    void samengevoegd(LeerlingSamengevoegd leerling) {
        for (String tabel : List.of("dossierstuk", "document", "dossiergrond", "gegevenshistorie")) {
            jdbc.sql("update " + tabel + " set leerling_id = ? where leerling_id = ?").params(leerling.naar(), leerling.van()).update();
        }
    }

    @EventListener
    void samengevoegd(OuderSamengevoegd ouder) {
        jdbc.sql("update gegevenshistorie set ouder_id = ? where ouder_id = ?").params(ouder.naar(), ouder.van()).update();
    }
}
