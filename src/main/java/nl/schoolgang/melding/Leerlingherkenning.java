package nl.schoolgang.melding;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import nl.schoolgang.gemeente.OngeldigeInvoer;
import nl.schoolgang.leerling.Leerling;
import nl.schoolgang.leerling.Leerlingen;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which pupil a melding is about: found by number, or without one by name and birth date, or else registered. Holds the pupil's row. */
@Component
class Leerlingherkenning {

    private final Leerlingen leerlingen;
    private final Meldingen meldingen;
    private final Meldingverhuizing verhuizing;
    private final JdbcClient jdbc;

    Leerlingherkenning(Leerlingen leerlingen, Meldingen meldingen, Meldingverhuizing verhuizing, JdbcClient jdbc) {
        this.leerlingen = leerlingen;
        this.meldingen = meldingen;
        this.verhuizing = verhuizing;
        this.jdbc = jdbc;
    }

    /** @throws OngeldigeInvoer when the two numbers belong to two different pupils */
    Leerling herken(Aanlevering aanlevering) {
        UUID id = opNummer(aanlevering).map(Leerling::id).filter(l -> !verhuizing.isVerplaatstVan(aanlevering, l))
                .orElseGet(() -> zonderNummer(aanlevering));
        leerlingen.vergrendel(id);
        return leerlingen.metId(id);
    }

    /** Whether its source still delivers a melding as that of the pupil from whom somebody here moved it. */
    boolean isVanVorige(Aanlevering aanlevering) {
        return opNummer(aanlevering).filter(l -> verhuizing.isVerplaatstVan(aanlevering, l.id())).isPresent();
    }

    /**
     * A meldingsnummer belongs to one pupil; a number that a pupil lacks may be filled in later.
     *
     * @throws OngeldigeInvoer when the earlier delivery was about somebody else
     */
    static void eisZelfde(Leerling leerling, Melding eerder, Aanlevering aanlevering) {
        boolean anderBsn = leerling.bsn() != null && aanlevering.bsn() != null && !leerling.bsn().equals(aanlevering.bsn());
        if (anderBsn || !leerling.id().equals(eerder.leerlingId())) {
            throw new OngeldigeInvoer(aanlevering.bsn() == null ? "leerling.onderwijsnummer" : "leerling.bsn",
                    "Deze melding is eerder ontvangen over een andere leerling. Controleer het nummer, of trek de melding in en meld "
                            + "opnieuw onder een nieuw meldingsnummer.");
        }
    }

    /** Gives the pupil the numbers that were not known; what was filled in is returned, masked. */
    List<Wijziging> vulNummersAan(Leerling leerling, Aanlevering aanlevering) {
        if ((leerling.bsn() != null || aanlevering.bsn() == null)
                && (leerling.onderwijsnummer() != null || aanlevering.onderwijsnummer() == null)) {
            return List.of();
        }
        leerlingen.vulNummersAan(leerling.id(), aanlevering.bsn(), aanlevering.onderwijsnummer());
        Leerling aangevuld = leerlingen.metId(leerling.id());
        List<Wijziging> nieuw = new ArrayList<>();
        if (!Objects.equals(leerling.bsn(), aangevuld.bsn())) {
            nieuw.add(new Wijziging("leerling.bsn", null, aangevuld.bsnGemaskeerd()));
        }
        if (!Objects.equals(leerling.onderwijsnummer(), aangevuld.onderwijsnummer())) {
            nieuw.add(new Wijziging("leerling.onderwijsnummer", null, aangevuld.onderwijsnummerGemaskeerd()));
        }
        return nieuw;
    }

    /** Takes a corrected name, birth date or sex over to the pupil, where the pupil still has what this melding said before. */
    void verbeter(Leerling leerling, List<Wijziging> wijzigingen) {
        if (wijzigingen.stream().noneMatch(w -> w.veld().startsWith("leerling."))) {
            return;
        }
        String voornamen = leerling.voornamen();
        String achternaam = leerling.achternaam();
        LocalDate geboortedatum = leerling.geboortedatum();
        String geslacht = leerling.geslacht();
        for (Wijziging w : wijzigingen) {
            if (w.nieuw() == null) {
                continue;
            }
            switch (w.veld()) {
                case "leerling.voornamen" -> voornamen = Objects.equals(voornamen, w.oud()) ? w.nieuw() : voornamen;
                case "leerling.achternaam" -> achternaam = achternaam.equals(w.oud()) ? w.nieuw() : achternaam;
                case "leerling.geboortedatum" -> geboortedatum =
                        geboortedatum.toString().equals(w.oud()) ? LocalDate.parse(w.nieuw()) : geboortedatum;
                case "leerling.geslacht" -> geslacht = Objects.equals(geslacht, w.oud()) ? w.nieuw() : geslacht;
                default -> { }
            }
        }
        leerlingen.wijzig(new Leerling(leerling.id(), leerling.gemeente(), leerling.bsn(), leerling.onderwijsnummer(), voornamen,
                leerling.voorvoegsel(), achternaam, geboortedatum, geslacht, leerling.adres(), leerling.telefoon(), leerling.email()));
    }

    private Optional<Leerling> opNummer(Aanlevering aanlevering) {
        Optional<Leerling> opBsn = aanlevering.bsn() == null ? Optional.empty()
                : leerlingen.metBsn(aanlevering.gemeente(), aanlevering.bsn());
        Optional<Leerling> opOnderwijsnummer = aanlevering.onderwijsnummer() == null ? Optional.empty()
                : leerlingen.metOnderwijsnummer(aanlevering.gemeente(), aanlevering.onderwijsnummer());
        if (aanlevering.bsn() != null && opOnderwijsnummer.map(Leerling::bsn).filter(b -> !b.equals(aanlevering.bsn())).isPresent()) {
            throw new OngeldigeInvoer("leerling.onderwijsnummer",
                    "Dit onderwijsnummer hoort bij een leerling met een ander BSN. Controleer beide nummers.");
        }
        return opBsn.or(() -> opOnderwijsnummer);
    }

    /** No pupil has the delivered number, or none was delivered. */
    private UUID zonderNummer(Aanlevering aanlevering) {
        boolean metNummer = aanlevering.bsn() != null || aanlevering.onderwijsnummer() != null;
        if (!metNummer) {
            // Nobody's row to hold yet: hold the name, so that two notices about one child do not make two children.
            jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))").param(String.join("|", aanlevering.gemeente(),
                    aanlevering.tekst("leerling.achternaam").toLowerCase(Locale.ROOT), aanlevering.datum("leerling.geboortedatum").toString()))
                    .query(rs -> { });
        }
        Optional<Melding> eerder = meldingen.metNummer(aanlevering.gemeente(), aanlevering.bron(), aanlevering.meldingsnummer());
        if (eerder.isPresent()) {
            return eerder.get().leerlingId();
        }
        List<Leerling> gelijken = metNummer ? List.of() : leerlingen.metNaam(aanlevering.gemeente(), aanlevering.tekst("leerling.voornamen"),
                aanlevering.tekst("leerling.achternaam"), aanlevering.datum("leerling.geboortedatum"));
        return gelijken.size() == 1 ? gelijken.get(0).id() : leerlingen.registreer(aanlevering.leerling());
    }
}
