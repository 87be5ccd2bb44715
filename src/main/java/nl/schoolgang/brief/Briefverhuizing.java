package nl.schoolgang.brief;

import java.util.UUID;
import nl.schoolgang.bericht.Berichten;
import nl.schoolgang.leerling.LeerlingSamengevoegd;
import nl.schoolgang.leerling.OuderSamengevoegd;
import nl.schoolgang.melding.MeldingVerplaatst;
import nl.schoolgang.zaak.ZaakVoortgezet;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps letters with the person and the case that they are about, when those prove to be another. A letter that went out says what it said. */
@Component
class Briefverhuizing {

    private static final String WACHTEND = " status in ('adres-nodig', 'klaar', 'aangehouden', 'mislukt')";

    private final JdbcClient jdbc;
    private final Berichten berichten;

    Briefverhuizing(JdbcClient jdbc, Berichten berichten) {
        this.jdbc = jdbc;
        this.berichten = berichten;
    }

    @EventListener
    void samengevoegd(LeerlingSamengevoegd leerling) {
        jdbc.sql("update brief set leerling_id = ? where leerling_id = ?").params(leerling.naar(), leerling.van()).update();
        jdbc.sql("update brief set aan_id = ? where aan_id = ?").params(leerling.naar(), leerling.van()).update();
    }

    @EventListener
    void samengevoegd(OuderSamengevoegd ouder) {
        jdbc.sql("update brief set aan_id = ? where aan_id = ?").params(ouder.naar(), ouder.van()).update();
    }

    /** What is dispatched later counts in the case that goes on. */
    @EventListener
    void voortgezet(ZaakVoortgezet zaak) {
        jdbc.sql("update brief set zaak_id = ? where zaak_id = ? and" + WACHTEND).params(zaak.naar(), zaak.van()).update();
    }

    /** The wrong family gets no letter about it any more. */
    @EventListener
    void verplaatst(MeldingVerplaatst melding) {
        // A mail as well; waits for one that is just being sent, and that stays sent.
        jdbc.sql("select bericht_id from brief where melding_id = ? and leerling_id = ? and bericht_id is not null and" + WACHTEND)
                .params(melding.meldingId(), melding.vanLeerling()).query(UUID.class).list()
                .forEach(bericht -> berichten.trekIn(bericht, "De melding hoort bij een andere leerling", null));
        jdbc.sql("update brief set status = 'vervallen' where melding_id = ? and leerling_id = ? and" + WACHTEND)
                .params(melding.meldingId(), melding.vanLeerling()).update();
    }
}
