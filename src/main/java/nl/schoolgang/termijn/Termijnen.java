package nl.schoolgang.termijn;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import nl.schoolgang.gemeente.Gemeenten;
import nl.schoolgang.gemeente.OngeldigeInvoer;
import nl.schoolgang.kalender.Eenheid;
import nl.schoolgang.kalender.Termijnberekening;
import nl.schoolgang.kalender.Termijnregel;
import nl.schoolgang.kalender.Uitkomst;
import nl.schoolgang.kalender.Uitlegregel;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The terms that run in cases: they start with the length of the catalogue of that moment, and end in time or not. */
@Service("termijnregister")
public class Termijnen {

    private final Termijncatalogus catalogus;
    private final Termijnberekening berekening;
    private final Herberekening herberekening;
    private final Gemeenten gemeenten;
    private final Kalenderbron kalender;
    private final Zaakschool scholen;
    private final TermijnRepository repository;
    private final WijzigingRepository wijzigingen;
    private final ApplicationEventPublisher gebeurtenissen;
    private final Clock klok;

    Termijnen(Termijncatalogus catalogus, Termijnberekening berekening, Herberekening herberekening, Gemeenten gemeenten,
            Kalenderbron kalender, Zaakschool scholen, TermijnRepository repository, WijzigingRepository wijzigingen, ApplicationEventPublisher gebeurtenissen, Clock klok) {
        this.catalogus = catalogus;
        this.berekening = berekening;
        this.herberekening = herberekening;
        this.gemeenten = gemeenten;
        this.kalender = kalender;
        this.scholen = scholen;
        this.repository = repository;
        this.wijzigingen = wijzigingen;
        this.gebeurtenissen = gebeurtenissen;
        this.klok = klok;
    }

    /**
     * Starts a term with the length that the catalogue gives. When one of the same case, code and melding runs already, that
     * one is returned unchanged.
     *
     * @param meldingId null for a term of the case as a whole
     * @param begin     the day of the event that starts the term; does not count itself
     * @throws OnbekendeTermijn when the catalogue does not know the code
     */
    @Transactional
    public Termijn start(UUID zaakId, String gemeente, String code, UUID meldingId, LocalDate begin) {
        Optional<Termijn> lopend = repository.lopend(zaakId, code, meldingId);
        if (lopend.isPresent()) {
            return lopend.get();
        }
        return begin(zaakId, gemeente, code, meldingId, begin, false);
    }

    /**
     * Starts a term with an agreed last day. When one of the same case, code and melding runs already, that one is returned
     * unchanged.
     *
     * @param laatsteDag the agreed day, not before {@code begin}
     */
    @Transactional
    public Termijn startTot(UUID zaakId, String gemeente, String code, UUID meldingId, LocalDate begin, LocalDate laatsteDag) {
        Optional<Termijn> lopend = repository.lopend(zaakId, code, meldingId);
        if (lopend.isPresent()) {
            return lopend.get();
        }
        if (laatsteDag.isBefore(begin)) {
            throw new OngeldigeInvoer("laatsteDag", "De afgesproken datum ligt voor het begin van de termijn.");
        }
        Termijndefinitie definitie = catalogus.zoek(code, gemeente, begin);
        herberekening.controleerGrenzen(definitie, begin, laatsteDag, true);
        List<Uitlegregel> uitleg = List.of(new Uitlegregel(laatsteDag, "Deze datum is afgesproken of in deze zaak bepaald."));
        return bewaar(zaakId, meldingId, begin, definitie, Herberekening.uitgelegd(definitie, begin, new Uitkomst(laatsteDag, null, uitleg)), null,
                false);
    }

    /**
     * Ends the running term: in time (GEHAALD, or VERVALLEN when it was cancelled), but OVERSCHREDEN as of its moment when that
     * has come already. One that was overtaken before is from now on no longer to be done. Does nothing when there is none.
     *
     * @param geannuleerd whether it ends because it is no longer needed
     */
    @Transactional
    public void beeindig(UUID zaakId, String code, UUID meldingId, boolean geannuleerd) {
        meld(repository.beeindig(zaakId, code, meldingId, klok.instant(), geannuleerd ? Termijnstatus.VERVALLEN : Termijnstatus.GEHAALD));
        repository.markeerGedaan(zaakId, code, meldingId, klok.instant());
    }

    /**
     * The timer of the term has fired: OVERSCHREDEN as of its moment, or GEHAALD for a milestone.
     *
     * @return whether a term ran
     */
    @Transactional
    public boolean verstreken(UUID zaakId, String code, UUID meldingId) {
        Optional<Termijn> beeindigd = repository.beeindig(zaakId, code, meldingId, null, Termijnstatus.OVERSCHREDEN);
        meld(beeindigd);
        return beeindigd.isPresent();
    }

    /** Whichever comes first, the timer or who finishes too late: a term lapses once, and that is told once. */
    private void meld(Optional<Termijn> beeindigd) {
        beeindigd.filter(t -> t.status() == Termijnstatus.OVERSCHREDEN).ifPresent(t -> gebeurtenissen.publishEvent(new TermijnOverschreden(t)));
    }

    /** The terms of one melding, running and ended, go with it to another case: same begin, same last day, same lapse. */
    @Transactional
    public void verhuis(UUID meldingId, UUID naarZaak) {
        repository.verhuis(meldingId, naarZaak);
    }

    /**
     * Moves the begin of a term to a later day, because what starts it proves to have happened later (a letter that was dispatched on another
     * day than it was made). The end follows, by the length with which the term started. A term that runs goes on; one that was recorded as
     * overtaken is mended: when its end is still to come it counts as cancelled, since nothing was overtaken; else it is overtaken as of the
     * later moment. The explanation tells what was moved and why. The timer of the engine is not touched.
     *
     * @param nietVoor a term that began before this day is another one and stays
     * @param begin    the day on which it really started
     * @param reden    why, as a sentence of the explanation, in Dutch
     * @return what was moved; empty when no such term runs or was overtaken, it began on this day or later, or its end is an agreed day
     */
    @Transactional
    public Optional<Termijnverplaatsing> verplaatsBegin(UUID zaakId, String code, UUID meldingId, LocalDate nietVoor, LocalDate begin, String reden) {
        return repository.vanZaak(zaakId).stream()
                .filter(t -> t.code().equals(code) && Objects.equals(t.meldingId(), meldingId))
                .filter(t -> t.status() == Termijnstatus.OVERSCHREDEN || t.beeindigdOp() == null)
                .filter(t -> !t.begin().isBefore(nietVoor) && t.begin().isBefore(begin))
                .max(Comparator.comparing(Termijn::begin).thenComparing(Termijn::vervalmoment))
                .flatMap(t -> verplaats(t, begin, reden));
    }

    private Optional<Termijnverplaatsing> verplaats(Termijn was, LocalDate begin, String reden) {
        if (repository.gegevens(was.id()).regel() == null) {
            return Optional.empty();
        }
        Termijn later = herberekening.bereken(was.metBegin(begin));
        // The trace first: it is a part of the explanation.
        wijzigingen.noteer(new Termijnspoor(was.id(), klok.instant(), "begin-verplaatst", was.laatsteDag(), later.laatsteDag(), reden, null));
        Termijn berekend = herberekening.bereken(was.metBegin(begin));
        Termijnstatus status = berekend.status();
        Instant beeindigd = null;
        if (was.status() == Termijnstatus.OVERSCHREDEN) {
            boolean echt = !berekend.vervalmoment().isAfter(klok.instant());
            status = echt ? Termijnstatus.OVERSCHREDEN : Termijnstatus.VERVALLEN;
            beeindigd = echt ? berekend.vervalmoment() : klok.instant();
        }
        Termijn na = berekend.metStatus(status, beeindigd);
        repository.verplaats(na, LocalDate.now(klok));
        return Optional.of(new Termijnverplaatsing(was, na));
    }

    /** The running terms of a case as a whole go on in another case, which must have none of the same codes running. */
    @Transactional
    public void verhuisVanZaak(UUID vanZaak, UUID naarZaak) {
        repository.verhuisVanZaak(vanZaak, naarZaak);
    }

    /** The running term of this case, code and melding; empty when none runs. */
    public Optional<Termijn> lopend(UUID zaakId, String code, UUID meldingId) {
        return repository.lopend(zaakId, code, meldingId);
    }

    /**
     * Starts a term that no process watches: the application itself lets it lapse (see {@link #laatVerlopen}). When one of the same case, code
     * and melding runs already, that one is returned unchanged.
     */
    @Transactional
    public Termijn startZelfstandig(UUID zaakId, String gemeente, String code, UUID meldingId, LocalDate begin) {
        Optional<Termijn> lopend = repository.lopend(zaakId, code, meldingId);
        if (lopend.isPresent()) {
            return lopend.get();
        }
        return begin(zaakId, gemeente, code, meldingId, begin, true);
    }

    /** Lets the terms lapse that no process watches and whose moment has come; each as of its own moment. */
    @Transactional
    public void laatVerlopen() {
        repository.verstrekenZelfstandig(klok.instant()).forEach(t -> meld(Optional.of(t)));
    }

    /** All terms of the case, running and ended, by last day. */
    public List<Termijn> vanZaak(UUID zaakId) {
        return repository.vanZaak(zaakId);
    }

    /**
     * What the catalogue makes of a term that would start on this day; starts nothing.
     *
     * @throws OnbekendeTermijn when the catalogue does not know the code
     * @throws OngeldigeInvoer  when the organ sets the date of this term in each case, or it runs in hours
     */
    public Uitkomst bereken(String gemeente, String code, LocalDate vanaf) {
        kalender.ververs();
        Termijndefinitie definitie = catalogus.zoek(code, gemeente, vanaf);
        return Herberekening.uitgelegd(definitie, vanaf, berekening.bereken(regel(definitie, Optional.empty()), vanaf, List.of()));
    }

    /**
     * Warns once of each running term whose warning day has come and that has not lapsed: records it and publishes
     * {@link TermijnNadert}.
     *
     * @return the terms that were warned of now, by last day
     */
    @Transactional
    public List<Termijn> waarschuw(LocalDate vandaag) {
        List<Termijn> termijnen = repository.markeerGewaarschuwd(vandaag, klok.instant());
        termijnen.forEach(t -> gebeurtenissen.publishEvent(new TermijnNadert(t)));
        return termijnen;
    }

    private Termijn begin(UUID zaakId, String gemeente, String code, UUID meldingId, LocalDate begin, boolean zelfstandig) {
        kalender.houdVast();
        Termijndefinitie definitie = catalogus.zoek(code, gemeente, begin);
        Termijnregel regel = regel(definitie, definitie.eenheid() == Eenheid.SCHOOLDAGEN ? scholen.schoolVan(zaakId) : Optional.empty());
        return bewaar(zaakId, meldingId, begin, definitie, Herberekening.uitgelegd(definitie, begin, berekening.bereken(regel, begin, List.of())),
                regel, zelfstandig);
    }

    private Termijnregel regel(Termijndefinitie definitie, Optional<UUID> school) {
        if (definitie.eenheid() == null) {
            throw new OngeldigeInvoer("code", "Voor '" + definitie.code() + "' wordt de datum in elke zaak apart bepaald. Deze is niet te berekenen.");
        }
        if (definitie.eenheid() == Eenheid.UREN) {
            throw new OngeldigeInvoer("code", "De termijn '" + definitie.code() + "' loopt in uren en begint op een tijdstip, niet op een dag.");
        }
        return new Termijnregel(definitie.aantal(), definitie.eenheid(), definitie.atw(), definitie.richting(), regio(definitie.gemeente()), school.map(UUID::toString).orElse(null),
                definitie.datumregel());
    }

    private String regio(String gemeente) {
        return gemeenten.metCode(gemeente).orElseThrow(() -> new OngeldigeInvoer("gemeente", "De gemeente '" + gemeente + "' is niet bekend."))
                .regio();
    }

    private Termijn bewaar(UUID zaakId, UUID meldingId, LocalDate begin, Termijndefinitie definitie, Uitkomst uitkomst,
            Termijnregel regel, boolean zelfstandig) {
        Instant vervalmoment = uitkomst.vervalmoment().toInstant();
        repository.voegToe(new Termijn(UUID.randomUUID(), zaakId, definitie.gemeente(), definitie.code(), meldingId, begin,
                uitkomst.laatsteDag(), vervalmoment, herberekening.waarschuwingsdag(definitie, begin, uitkomst.laatsteDag()), Termijnstatus.LOPEND,
                definitie.soort(), definitie.omschrijving(), definitie.grondslag(), definitie.wie(), definitie.standaard(),
                uitkomst.uitleg(), null, null), definitie.mijlpaal(), regel, definitie.regime(), zelfstandig);
        // Read back: when somebody else started the same term at this moment, his is the one that counts.
        return repository.lopend(zaakId, definitie.code(), meldingId).orElseThrow();
    }
}
