package nl.schoolgang.procedure.relatiefverzuim;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.schoolgang.gemeente.Gemeente;
import nl.schoolgang.gemeente.Gemeenten;
import nl.schoolgang.kalender.Kalender;
import nl.schoolgang.kalender.OntbrekendeKalendergegevens;
import nl.schoolgang.kalender.Tijdzone;
import nl.schoolgang.leerling.Leerlingen;
import nl.schoolgang.leerling.Scholen;
import nl.schoolgang.melding.Melding;
import nl.schoolgang.melding.Meldingen;
import nl.schoolgang.zaak.Tijdlijn;
import nl.schoolgang.zaak.Zaak;
import nl.schoolgang.zaak.Zaakstatus;
import nl.schoolgang.zaak.Zaken;
import org.springframework.stereotype.Component;

/** The facts about a melding and a case on which the decision tables advise. */
@Component
class Verzuimfeiten {

    private static final ZoneId ZONE = Tijdzone.AMSTERDAM;
    /** Kinds of absence that are 16 hours or more, also when the school names no hours. */
    private static final Set<String> VANAF_16_UUR = Set.of("16-uur", "langdurig");
    private static final String LUXE = "luxe";
    /** Judgements that the absence was unauthorised: dealt with, or answered with a warning letter (mbo). */
    private static final Set<String> ONGEOORLOOFD = Set.of(Meldingsafloop.ONGEOORLOOFD, "gewaarschuwd");
    /** Outcome of a case in which the absence proved in the end not to be unauthorised, whatever was first thought of a melding. */
    private static final String TOCH_GEOORLOOFD = "geen-ongeoorloofd-verzuim";
    private static final Set<String> HALT_GEDAAN = Set.of("positief", "negatief");

    private final Meldingen meldingen;
    private final Leerlingen leerlingen;
    private final Scholen scholen;
    private final Zaken zaken;
    private final Gemeenten gemeenten;
    private final Kalender kalender;
    private final Tijdlijn tijdlijn;
    private final Clock klok;

    Verzuimfeiten(Meldingen meldingen, Leerlingen leerlingen, Scholen scholen, Zaken zaken, Gemeenten gemeenten,
            Kalender kalender, Tijdlijn tijdlijn, Clock klok) {
        this.meldingen = meldingen;
        this.leerlingen = leerlingen;
        this.scholen = scholen;
        this.zaken = zaken;
        this.gemeenten = gemeenten;
        this.kalender = kalender;
        this.tijdlijn = tijdlijn;
        this.klok = klok;
    }

    /**
     * @param schoolsoort                {@code onbekend} when the melding names none
     * @param eerdereMeldingenSchooljaar earlier meldingen of the pupil in the school year in which this absence began
     * @param lijktGestopt               whether the absence ended before the melding came in and the school asks for no action;
     *                                   the school is asked whether that is so
     * @param bekendBijLeerplicht        whether there was an earlier melding in this school year, or an earlier case, that was
     *                                   not withdrawn
     * @param laatsteSchooldagVoorVakantie false, with a note on the time line, when the school holidays of then are not known
     */
    record VanMelding(boolean viaDuo, String soort, int leeftijd, String schoolsoort, int eerdereMeldingenSchooljaar, boolean bekendBijLeerplicht,
            boolean lijktGestopt, boolean laatsteSchooldagVoorVakantie, boolean ziekGemeld, boolean actieGemeenteGewenst) {
    }

    /**
     * @param uren       hours of absence over all meldingen of the case that were not withdrawn, as far as known; null when
     *                   none gives them
     * @param recidive   whether another case of relatief verzuim had a melding judged unauthorised, and was not closed as no unauthorised absence after all
     * @param luxeMeerDanEenDag whether the luxury absence took more than one school day; null when there is none, or when its end or the
     *                   school holidays of then are not known
     * @param luxeVoorVakantie whether it was the last school day before a holiday
     * @param eerderHalt whether the pupil was at Halt before, whatever came of it
     */
    record VanZaak(Double uren, boolean luxe, Boolean luxeMeerDanEenDag, boolean luxeVoorVakantie, boolean recidive, boolean eerderHalt,
            int leeftijd) {
    }

    VanMelding vanMelding(UUID meldingId) {
        Melding melding = meldingen.metId(meldingId);
        int eerdere = (int) meldingen.eerdereInSchooljaar(melding.leerlingId(), meldingId);
        boolean bekend = eerdere > 0 || heeftEerdereZaak(zaken.metId(melding.zaakId()));
        String schoolsoort = melding.schoolId() == null ? null : scholen.metId(melding.schoolId()).soort();
        return new VanMelding(Melding.BRON_DUO.equals(melding.bron()), melding.soort(), leeftijd(melding.leerlingId()), Objects.requireNonNullElse(schoolsoort, "onbekend"),
                eerdere, bekend, lijktGestopt(melding), raaktLaatsteSchooldagVoorVakantie(melding),
                melding.reden() != null && melding.reden().toLowerCase(Locale.ROOT).contains("ziek"),
                Boolean.TRUE.equals(melding.actieGemeenteGewenst()));
    }

    VanZaak vanZaak(UUID zaakId) {
        Zaak zaak = zaken.metId(zaakId);
        List<Melding> tellend = meldingen.vanZaak(zaakId).stream().filter(m -> !m.isIngetrokken()).toList();
        Double uren = tellend.stream().map(Verzuimfeiten::uren).flatMap(Optional::stream).reduce(Double::sum).orElse(null);
        List<Zaak> andere = zaken.vanLeerling(zaak.leerlingId()).stream().filter(z -> !z.id().equals(zaakId)).toList();
        List<Melding> luxe = tellend.stream().filter(m -> LUXE.equals(m.soort())).toList();
        return new VanZaak(uren, !luxe.isEmpty(), luxeMeerDanEenDag(luxe), luxe.stream().anyMatch(this::raaktLaatsteSchooldagVoorVakantie),
                andere.stream().anyMatch(this::wasOngeoorloofd),
                andere.stream().anyMatch(z -> z.procedure().equals("halt-verwijzing") && z.uitkomst() != null
                        && HALT_GEDAAN.contains(z.uitkomst())),
                leeftijd(zaak.leerlingId()));
    }

    /** Measures that the case itself started came later. */
    private boolean heeftEerdereZaak(Zaak zaak) {
        return zaken.vanLeerling(zaak.leerlingId()).stream().anyMatch(z -> !z.id().equals(zaak.id())
                && z.status() != Zaakstatus.INGETROKKEN && !z.geopendOp().isAfter(zaak.geopendOp()));
    }

    private boolean wasOngeoorloofd(Zaak zaak) {
        return zaak.procedure().equals(RelatiefVerzuimVariabelen.PROCES) && !TOCH_GEOORLOOFD.equals(zaak.uitkomst()) && meldingen.vanZaak(zaak.id()).stream()
                .anyMatch(m -> !m.isIngetrokken() && m.oordeel() != null && ONGEOORLOOFD.contains(m.oordeel()));
    }

    private static Optional<Double> uren(Melding melding) {
        if (melding.uren() == null) {
            return VANAF_16_UUR.contains(melding.soort()) ? Optional.of(16.0) : Optional.empty();
        }
        return Optional.of(melding.uren().doubleValue());
    }

    /** School days of all luxury absence together: holidays and weekends are no absence. */
    private Boolean luxeMeerDanEenDag(List<Melding> luxe) {
        Set<LocalDate> dagen = new HashSet<>();
        boolean eindeOnbekend = luxe.isEmpty();
        for (Melding melding : luxe) {
            String regio = regio(melding);
            LocalDate eind = Objects.requireNonNullElse(melding.einddatum(), melding.begindatum());
            try {
                melding.begindatum().datesUntil(eind.plusDays(1)).filter(dag -> kalender.isSchooldag(dag, regio)).forEach(dagen::add);
            } catch (OntbrekendeKalendergegevens e) {
                noteerKalenderOnvolledig(melding, "Hoeveel schooldagen het luxe verzuim duurde, is niet nagegaan. ", e);
                return null;
            }
            eindeOnbekend |= melding.einddatum() == null;
        }
        return dagen.size() > 1 ? Boolean.TRUE : eindeOnbekend ? null : Boolean.FALSE;
    }

    private String regio(Melding melding) {
        return gemeenten.metCode(melding.gemeente()).map(Gemeente::regio).orElseThrow();
    }

    private void noteerKalenderOnvolledig(Melding melding, String wat, OntbrekendeKalendergegevens oorzaak) {
        // A gap in the list of holidays is no reason to refuse a melding; the officer sees that this was not looked at.
        tijdlijn.noteer(melding.zaakId(), "kalender-onvolledig", wat + oorzaak.getMessage(), null, melding.id());
    }

    private int leeftijd(UUID leerlingId) {
        return leerlingen.metId(leerlingId).leeftijdOp(LocalDate.now(klok.withZone(ZONE)));
    }

    private static boolean lijktGestopt(Melding melding) {
        LocalDate ontvangen = LocalDate.ofInstant(melding.ontvangen(), ZONE);
        return melding.einddatum() != null && melding.einddatum().isBefore(ontvangen) && !Boolean.TRUE.equals(melding.actieGemeenteGewenst());
    }

    private boolean raaktLaatsteSchooldagVoorVakantie(Melding melding) {
        String regio = regio(melding);
        LocalDate eind = melding.einddatum() == null ? melding.begindatum() : melding.einddatum();
        try {
            return melding.begindatum().datesUntil(eind.plusDays(1))
                    .anyMatch(dag -> kalender.isSchooldag(dag, regio) && !kalender.isSchooldag(kalender.volgendeWerkdag(dag), regio));
        } catch (OntbrekendeKalendergegevens e) {
            noteerKalenderOnvolledig(melding, "Of het verzuim de laatste schooldag voor een vakantie raakt, is niet nagegaan. ", e);
            return false;
        }
    }
}
