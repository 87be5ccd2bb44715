package nl.schoolgang.procedure.relatiefverzuim;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import nl.schoolgang.gemeente.Gemeente;
import nl.schoolgang.gemeente.Gemeenten;
import nl.schoolgang.kalender.Kalender;
import nl.schoolgang.kalender.Tijdzone;
import nl.schoolgang.leerling.Leerlingen;
import nl.schoolgang.leerling.Scholen;
import nl.schoolgang.melding.Melding;
import nl.schoolgang.melding.Meldingen;
import nl.schoolgang.zaak.Zaak;
import nl.schoolgang.zaak.Zaken;
import org.springframework.stereotype.Component;

/** The facts about a melding and a case on which the decision tables advise. */
@Component
class Verzuimfeiten {

    private static final ZoneId ZONE = Tijdzone.AMSTERDAM;

    private final Meldingen meldingen;
    private final Leerlingen leerlingen;
    private final Scholen scholen;
    private final Zaken zaken;
    private final Gemeenten gemeenten;
    private final Kalender kalender;
    private final Clock klok;

    Verzuimfeiten(Meldingen meldingen, Leerlingen leerlingen, Scholen scholen, Zaken zaken, Gemeenten gemeenten,
            Kalender kalender, Clock klok) {
        this.meldingen = meldingen;
        this.leerlingen = leerlingen;
        this.scholen = scholen;
        this.zaken = zaken;
        this.gemeenten = gemeenten;
        this.kalender = kalender;
        this.klok = klok;
    }

    /**
     * @param schoolsoort                {@code onbekend} when the melding names none
     * @param eerdereMeldingenSchooljaar earlier meldingen of the pupil in the school year in which this absence began
     * @param lijktGestopt               whether the absence ended before the melding came in and the school asks for no action;
     *                                   the school is asked whether that is so
     * @param bekendBijLeerplicht        whether the pupil had another case before
     */
    record VanMelding(boolean viaDuo, String soort, int leeftijd, String schoolsoort, int eerdereMeldingenSchooljaar, boolean bekendBijLeerplicht,
            boolean lijktGestopt, boolean laatsteSchooldagVoorVakantie, boolean ziekGemeld, boolean actieGemeenteGewenst) {
    }

    /** @param uren hours of absence over all meldingen of the case that were not withdrawn */
    record VanZaak(double uren, boolean luxe, boolean recidive, boolean eerderHalt, int leeftijd) {
    }

    VanMelding vanMelding(UUID meldingId) {
        Melding melding = meldingen.metId(meldingId);
        int eerdere = (int) meldingen.eerdereInSchooljaar(melding.leerlingId(), meldingId);
        boolean bekend = eerdere > 0 || zaken.vanLeerling(melding.leerlingId()).stream()
                .anyMatch(z -> !z.id().equals(melding.zaakId()));
        String schoolsoort = melding.schoolId() == null ? null : scholen.metId(melding.schoolId()).soort();
        return new VanMelding(Melding.BRON_DUO.equals(melding.bron()), melding.soort(), leeftijd(melding.leerlingId()), Objects.requireNonNullElse(schoolsoort, "onbekend"),
                eerdere, bekend, lijktGestopt(melding), raaktLaatsteSchooldagVoorVakantie(melding),
                melding.reden() != null && melding.reden().toLowerCase(Locale.ROOT).contains("ziek"),
                Boolean.TRUE.equals(melding.actieGemeenteGewenst()));
    }

    VanZaak vanZaak(UUID zaakId) {
        Zaak zaak = zaken.metId(zaakId);
        List<Melding> tellend = meldingen.vanZaak(zaakId).stream().filter(m -> !m.isIngetrokken()).toList();
        double uren = tellend.stream().map(Melding::uren).filter(Objects::nonNull).mapToDouble(BigDecimal::doubleValue).sum();
        List<Zaak> andere = zaken.vanLeerling(zaak.leerlingId()).stream().filter(z -> !z.id().equals(zaakId)).toList();
        return new VanZaak(uren, tellend.stream().anyMatch(m -> "luxe".equals(m.soort())),
                andere.stream().anyMatch(z -> z.procedure().equals(RelatiefVerzuimVariabelen.PROCES)),
                andere.stream().anyMatch(z -> z.procedure().equals("halt-verwijzing")),
                leeftijd(zaak.leerlingId()));
    }

    private int leeftijd(UUID leerlingId) {
        return leerlingen.metId(leerlingId).leeftijdOp(LocalDate.now(klok.withZone(ZONE)));
    }

    private static boolean lijktGestopt(Melding melding) {
        LocalDate ontvangen = LocalDate.ofInstant(melding.ontvangen(), ZONE);
        return melding.einddatum() != null && melding.einddatum().isBefore(ontvangen) && !Boolean.TRUE.equals(melding.actieGemeenteGewenst());
    }

    private boolean raaktLaatsteSchooldagVoorVakantie(Melding melding) {
        String regio = gemeenten.metCode(melding.gemeente()).map(Gemeente::regio).orElseThrow();
        LocalDate eind = melding.einddatum() == null ? melding.begindatum() : melding.einddatum();
        return melding.begindatum().datesUntil(eind.plusDays(1))
                .anyMatch(dag -> kalender.isSchooldag(dag, regio) && !kalender.isSchooldag(kalender.volgendeWerkdag(dag), regio));
    }
}
