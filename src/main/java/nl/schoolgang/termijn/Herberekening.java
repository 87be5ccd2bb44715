package nl.schoolgang.termijn;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nl.schoolgang.gemeente.OngeldigeInvoer;
import nl.schoolgang.kalender.Kalender;
import nl.schoolgang.kalender.Opschorting;
import nl.schoolgang.kalender.Richting;
import nl.schoolgang.kalender.Termijnberekening;
import nl.schoolgang.kalender.Termijnregel;
import nl.schoolgang.kalender.Tijdzone;
import nl.schoolgang.kalender.Uitkomst;
import nl.schoolgang.kalender.Uitlegregel;
import nl.schoolgang.kalender.Verlenging;
import org.springframework.stereotype.Component;

/** Calculates a running term again from what is registered about it, with the length that was fixed when it started. Changes nothing. */
@Component
class Herberekening {

    private static final DateTimeFormatter DAG = DateTimeFormatter.ofPattern("d-M-yyyy", Locale.forLanguageTag("nl-NL"));
    private static final DateTimeFormatter LANGE_DAG = DateTimeFormatter.ofPattern("EEEE d-M-yyyy", Locale.forLanguageTag("nl-NL"));

    private final Termijncatalogus catalogus;
    private final Termijnberekening berekening;
    private final Kalender kalender;
    private final TermijnRepository repository;
    private final WijzigingRepository wijzigingen;
    private final Clock klok;

    Herberekening(Termijncatalogus catalogus, Termijnberekening berekening, Kalender kalender, TermijnRepository repository,
            WijzigingRepository wijzigingen, Clock klok) {
        this.catalogus = catalogus;
        this.berekening = berekening;
        this.kalender = kalender;
        this.repository = repository;
        this.wijzigingen = wijzigingen;
        this.klok = klok;
    }

    /** The term as it should be by now: end, moment, warning day, status and explanation. */
    Termijn bereken(Termijn was) {
        Termijngegevens gegevens = repository.gegevens(was.id());
        LocalDate vandaag = LocalDate.now(klok);
        List<Opschortingsregel> opgeschort = wijzigingen.opschortingen(was.id());
        List<Verlengingsregel> verlengd = wijzigingen.verlengingen(was.id()).stream().filter(Verlengingsregel::verplaatst).toList();
        Uitkomst uitkomst = uitkomst(was, gegevens, opgeschort, verlengd, vandaag);
        Optional<Termijndefinitie> definitie = definitie(was);
        List<Uitlegregel> uitleg = new ArrayList<>();
        definitie.filter(d -> !d.start().isEmpty())
                .ifPresent(d -> uitleg.add(new Uitlegregel(was.begin(), d.start() + ": " + LANGE_DAG.format(was.begin()) + ".")));
        wijzigingen.spoor(was.id()).forEach(s -> uitleg.add(regel(s)));
        uitleg.addAll(uitkomst.uitleg());
        Termijnstatus status = opgeschort.stream().anyMatch(o -> o.looptOp(vandaag)) ? Termijnstatus.OPGESCHORT
                : verlengd.isEmpty() ? Termijnstatus.LOPEND : Termijnstatus.VERLENGD;
        return new Termijn(was.id(), was.zaakId(), was.gemeente(), was.code(), was.meldingId(), was.begin(), uitkomst.laatsteDag(),
                uitkomst.vervalmoment().toInstant(), definitie.map(d -> waarschuwingsdag(d, was.begin(), uitkomst.laatsteDag())).orElse(was.waarschuwenOp()), status, was.soort(),
                was.omschrijving(), was.grondslag(), was.wie(), was.standaard(), uitleg, was.gewaarschuwdOp(), null);
    }

    /** Fixes the length anew by the catalogue of today; false when that has no length for it. */
    boolean neemRegelOver(Termijn termijn) {
        Termijndefinitie definitie = catalogus.zoek(termijn.code(), termijn.gemeente(), LocalDate.now(klok));
        if (definitie.eenheid() == null) {
            return false;
        }
        repository.zetRegel(termijn.id(), definitie);
        return true;
    }

    /** Empty when a newer catalogue no longer has the row: a term that runs goes on without it. */
    private Optional<Termijndefinitie> definitie(Termijn termijn) {
        try {
            return Optional.of(catalogus.zoek(termijn.code(), termijn.gemeente(), termijn.begin()));
        } catch (OnbekendeTermijn e) {
            return Optional.empty();
        }
    }

    private Uitkomst uitkomst(Termijn was, Termijngegevens gegevens, List<Opschortingsregel> opgeschort, List<Verlengingsregel> verlengd,
            LocalDate vandaag) {
        if (gegevens.handmatig() != null) {
            return new Uitkomst(gegevens.handmatig(), null, List.of(new Uitlegregel(gegevens.handmatig(), "De laatste dag is met een reden verplaatst naar "
                    + LANGE_DAG.format(gegevens.handmatig()) + ".")));
        }
        if (gegevens.regel() == null) {
            return new Uitkomst(was.laatsteDag(), null, List.of(new Uitlegregel(was.laatsteDag(), "Deze datum is afgesproken of in deze zaak bepaald.")));
        }
        List<Opschorting> perioden = opgeschort.stream().map(o -> o.tot() != null ? new Opschorting(o.van(), o.tot(), o.grond().tekst())
                // Nobody knows the end: far enough off that nothing lapses while the term stands still; see ververs().
                : new Opschorting(o.van(), (vandaag.isAfter(o.van()) ? vandaag : o.van()).plusYears(1), o.grond().tekst()
                        + "; het einde is nog niet bekend, tot dan staat de termijn stil")).toList();
        List<Verlenging> verlengingen = verlengd.stream().map(v -> new Verlenging(v.op(), v.weken(), v.tot(), v.grondslag())).toList();
        return berekening.bereken(gegevens.regel(), was.begin(), perioden, verlengingen);
    }

    private static Uitlegregel regel(Termijnspoor s) {
        LocalDate dag = s.moment().atZone(Tijdzone.AMSTERDAM).toLocalDate();
        String verplaatst = s.van().equals(s.naar()) ? "" : " De laatste dag was " + DAG.format(s.van()) + " en werd " + DAG.format(s.naar()) + ".";
        return new Uitlegregel(dag, s.reden() + (s.reden().endsWith(".") ? "" : ".") + verplaatst);
    }

    /** The day from which somebody is warned; null for no warning. */
    LocalDate waarschuwingsdag(Termijndefinitie definitie, LocalDate begin, LocalDate laatsteDag) {
        if (definitie.waarschuwing() == 0) {
            return null;
        }
        LocalDate dag = kalender.werkdagenVerder(laatsteDag, -definitie.waarschuwing());
        return dag.isBefore(begin) ? begin : dag;
    }

    /** The explanation begins with what started the term, in words. */
    static Uitkomst uitgelegd(Termijndefinitie definitie, LocalDate begin, Uitkomst uitkomst) {
        if (definitie.start().isEmpty()) {
            return uitkomst;
        }
        List<Uitlegregel> uitleg = new ArrayList<>();
        uitleg.add(new Uitlegregel(begin, definitie.start() + ": " + LANGE_DAG.format(begin) + "."));
        uitleg.addAll(uitkomst.uitleg());
        return new Uitkomst(uitkomst.laatsteDag(), uitkomst.tijdstip(), uitleg);
    }

    /**
     * @param metReden whether who sets the date gives a reason for it
     * @throws OngeldigeInvoer when the catalogue has bounds and the day is not within them
     */
    void controleerGrenzen(Termijn termijn, LocalDate laatsteDag, boolean metReden) {
        definitie(termijn).ifPresent(d -> controleerGrenzen(d, termijn.begin(), laatsteDag, metReden));
    }

    void controleerGrenzen(Termijndefinitie definitie, LocalDate begin, LocalDate laatsteDag, boolean metReden) {
        Termijngrenzen grenzen = definitie.grenzen();
        if (grenzen == null) {
            return;
        }
        LocalDate eerste = grens(grenzen, grenzen.minstens(), begin);
        LocalDate laatste = grens(grenzen, grenzen.hoogstens(), begin);
        if (laatsteDag.isBefore(eerste) || laatsteDag.isAfter(laatste) && !(grenzen.langerMetReden() && metReden)) {
            throw new OngeldigeInvoer("laatsteDag", "Kies een dag van " + DAG.format(eerste) + " tot en met " + DAG.format(laatste) + " ("
                    + definitie.grondslag() + ").");
        }
    }

    private LocalDate grens(Termijngrenzen grenzen, int aantal, LocalDate begin) {
        return berekening.bereken(new Termijnregel(aantal, grenzen.eenheid(), false, Richting.VOORUIT, null), begin, List.of()).laatsteDag();
    }
}
