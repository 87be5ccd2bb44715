package nl.schoolgang.melding;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.schoolgang.dossier.Dossiers;
import nl.schoolgang.dossier.Label;
import nl.schoolgang.dossier.NieuwDossierstuk;
import nl.schoolgang.gemeente.Conflict;
import nl.schoolgang.gemeente.GeenRecht;
import nl.schoolgang.gemeente.Medewerker;
import nl.schoolgang.gemeente.OngeldigeInvoer;
import nl.schoolgang.gemeente.Recht;
import nl.schoolgang.kalender.Tijdzone;
import nl.schoolgang.leerling.Leerlingen;
import nl.schoolgang.zaak.Tijdlijn;
import nl.schoolgang.zaak.Zaak;
import nl.schoolgang.zaak.Zaakstatus;
import nl.schoolgang.zaak.Zaken;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Records what happened outside to the pupil of a case, and lets the case's procedure deal with it, in one transaction. */
@Service
public class Zaakgebeurtenissen {

    private static final ZoneId ZONE = Tijdzone.AMSTERDAM;
    private static final int MEERDERJARIG = 18;
    /** Absence at 18 and over is no suspected offence. */
    private static final String RMC = "verzuim-18-plus";
    private static final Map<String, String> WOORDEN = Map.of(Zaakgebeurtenis.VERHUISD, "De jongere is verhuisd",
            Zaakgebeurtenis.ACHTTIEN_GEWORDEN, "De jongere is 18 jaar geworden",
            Zaakgebeurtenis.STARTKWALIFICATIE, "De jongere heeft een startkwalificatie",
            Zaakgebeurtenis.OVERLEDEN, "De jongere is overleden");

    private final Leerlingen leerlingen;
    private final Zaken zaken;
    private final Dossiers dossiers;
    private final Tijdlijn tijdlijn;
    private final ObjectProvider<Gebeurtenisverwerking> verwerking;
    private final JdbcClient jdbc;
    private final Clock klok;

    Zaakgebeurtenissen(Leerlingen leerlingen, Zaken zaken, Dossiers dossiers, Tijdlijn tijdlijn,
            ObjectProvider<Gebeurtenisverwerking> verwerking, JdbcClient jdbc, Clock klok) {
        this.leerlingen = leerlingen;
        this.zaken = zaken;
        this.dossiers = dossiers;
        this.tijdlijn = tijdlijn;
        this.verwerking = verwerking;
        this.jdbc = jdbc;
        this.klok = klok;
    }

    /** Whether an event of this kind can still reach the case. */
    public boolean kan(Zaak zaak, String soort) {
        return verwerking.getObject().kanVerwerken(zaak, soort);
    }

    /**
     * Records an event that somebody delivered or typed; the same kind again changes nothing.
     *
     * @param ontvangen when the municipality heard of it
     * @throws GeenRecht       when this employee may not deliver for the municipality of the case
     * @throws OngeldigeInvoer when the known date of birth contradicts it
     * @throws Conflict        when it means nothing for the case (any more)
     */
    @Transactional
    public void legVast(Zaak zaak, Zaakgebeurtenis gebeurtenis, Instant ontvangen, Medewerker door) {
        if (!door.mag(Recht.MELDING_AANLEVEREN, zaak.gemeente())) {
            throw new GeenRecht("U mag niet aanleveren voor deze gemeente.");
        }
        verwerk(zaak.id(), gebeurtenis, ontvangen, door.gebruikersnaam());
    }

    /** The same for an event that the application found itself, in a case that may have moved on since; false: there is nothing to do any more. */
    @Transactional
    public boolean legVastIndienNodig(UUID zaakId, Zaakgebeurtenis gebeurtenis) {
        Zaak zaak = vergrendel(zaakId);
        if (!kan(zaak, gebeurtenis.soort())) {
            return false;
        }
        verwerk(zaakId, gebeurtenis, klok.instant(), null);
        return true;
    }

    /** Where the pupil of a case moved to, as far as known. */
    public Optional<String> nieuweGemeente(UUID zaakId) {
        return jdbc.sql("select nieuwe_gemeente from gebeurtenis_van_buiten where zaak_id = ? and nieuwe_gemeente is not null "
                + "and herroepen_op is null").param(zaakId)
                .query(String.class).optional();
    }

    /** Whether an event that ends the case was recorded and still stands: as long as the case is open, it is being handled. */
    public boolean wordtAfgehandeld(UUID zaakId) {
        return !gemeld(zaakId).isEmpty();
    }

    /** Whether some case of the pupil knows that the pupil died. */
    public boolean isOverleden(UUID leerlingId) {
        return jdbc.sql("""
                select exists (select 1 from gebeurtenis_van_buiten g join zaak z on z.id = g.zaak_id
                    where z.leerling_id = ? and g.soort = ? and g.herroepen_op is null)""")
                .params(leerlingId, Zaakgebeurtenis.OVERLEDEN).query(Boolean.class).single();
    }

    /** The case goes on after all: the events that ended it count no longer, and may come again. */
    @Transactional
    public void herroep(UUID zaakId) {
        jdbc.sql("update gebeurtenis_van_buiten set herroepen_op = ? where zaak_id = ? and herroepen_op is null")
                .params(Timestamp.from(klok.instant()), zaakId).update();
    }

    private void verwerk(UUID zaakId, Zaakgebeurtenis gebeurtenis, Instant ontvangen, String door) {
        Zaak zaak = vergrendel(zaakId);
        if (gemeld(zaakId).contains(gebeurtenis.soort())) {
            return;
        }
        if (!kan(zaak, gebeurtenis.soort())) {
            throw new Conflict("Deze zaak kan deze gebeurtenis niet (meer) verwerken.");
        }
        if (Zaakgebeurtenis.ACHTTIEN_GEWORDEN.equals(gebeurtenis.soort())
                && leerlingen.metId(zaak.leerlingId()).leeftijdOp(LocalDate.now(klok.withZone(ZONE))) < MEERDERJARIG) {
            throw new OngeldigeInvoer("soort", "Volgens de geboortedatum is de jongere nog geen 18 jaar. Verbeter eerst de geboortedatum.");
        }
        bewaar(zaak, gebeurtenis, ontvangen, door);
        verwerking.getObject().verwerk(zaak, gebeurtenis);
        meldAanAndere(zaak, gebeurtenis, ontvangen, door);
    }

    /** It happened to the pupil: the other cases that are open now hear of it too. */
    private void meldAanAndere(Zaak zaak, Zaakgebeurtenis gebeurtenis, Instant ontvangen, String door) {
        zaken.vanLeerling(zaak.leerlingId()).stream().filter(z -> !z.id().equals(zaak.id())).map(z -> zaken.vergrendel(z.id()))
                .filter(z -> z.status() == Zaakstatus.OPEN && !gemeld(z.id()).contains(gebeurtenis.soort()) && kan(z, gebeurtenis.soort()))
                .forEach(z -> {
                    bewaar(z, gebeurtenis, ontvangen, door);
                    verwerking.getObject().verwerk(z, gebeurtenis);
                });
    }

    private void bewaar(Zaak zaak, Zaakgebeurtenis g, Instant ontvangen, String door) {
        jdbc.sql("""
                insert into gebeurtenis_van_buiten (id, zaak_id, soort, datum, nieuwe_gemeente, ontvangen, door)
                values (?, ?, ?, ?, ?, ?, ?)""")
                .params(UUID.randomUUID(), zaak.id(), g.soort(), g.datum(), g.nieuweGemeente(), Timestamp.from(ontvangen), door).update();
        Map<String, Object> inhoud = new HashMap<>();
        inhoud.put("gebeurtenis", g.soort());
        inhoud.put("datum", g.datum().toString());
        inhoud.put("nieuweGemeente", g.nieuweGemeente());
        dossiers.voegToe(new NieuwDossierstuk(zaak.gemeente(), zaak.leerlingId(), zaak.id(), null, "gebeurtenis-van-buiten",
                WOORDEN.get(g.soort()), RMC.equals(zaak.procedure()) ? Label.AVG : Label.WPG, inhoud, ontvangen, door));
        tijdlijn.noteer(zaak.id(), g.soort(), WOORDEN.get(g.soort()), door, null);
    }

    private List<String> gemeld(UUID zaakId) {
        return jdbc.sql("select soort from gebeurtenis_van_buiten where zaak_id = ? and herroepen_op is null").param(zaakId).query(String.class).list();
    }

    /** Pupil, then case: the order in which everybody locks. */
    private Zaak vergrendel(UUID zaakId) {
        leerlingen.vergrendel(zaken.metId(zaakId).leerlingId());
        return zaken.vergrendel(zaakId);
    }
}
