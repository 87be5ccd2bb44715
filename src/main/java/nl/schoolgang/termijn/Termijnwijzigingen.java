package nl.schoolgang.termijn;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import nl.schoolgang.gemeente.Conflict;
import nl.schoolgang.gemeente.NietGevonden;
import nl.schoolgang.gemeente.OngeldigeInvoer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What is done to a term that runs: suspending and resuming it, extending it by notice, moving it, calculating it again. Each leaves a trace
 * and publishes {@link TermijnVerplaatst}. Who calls holds the case.
 */
@Service
public class Termijnwijzigingen {

    /** On objections: once by notice; more, or longer, only with consent (7:10 lid 3 and 4). */
    public static final int MEESTE_WEKEN_VERDAGING = 6;

    private static final int LANGSTE_REDEN = 500;
    private static final int MEESTE_JAREN = 5;
    private static final int MEESTE_WEKEN = 52;
    private static final DateTimeFormatter DAG = DateTimeFormatter.ofPattern("d-M-yyyy", Locale.forLanguageTag("nl-NL"));

    private final TermijnRepository repository;
    private final WijzigingRepository wijzigingen;
    private final Herberekening herberekening;
    private final ApplicationEventPublisher gebeurtenissen;
    private final Clock klok;

    Termijnwijzigingen(TermijnRepository repository, WijzigingRepository wijzigingen, Herberekening herberekening,
            ApplicationEventPublisher gebeurtenissen, Clock klok) {
        this.repository = repository;
        this.wijzigingen = wijzigingen;
        this.herberekening = herberekening;
        this.gebeurtenissen = gebeurtenissen;
        this.klok = klok;
    }

    /** @throws NietGevonden when there is no such term in this case */
    public Termijn metId(UUID zaakId, UUID termijnId) {
        return repository.vanZaak(zaakId).stream().filter(t -> t.id().equals(termijnId)).findFirst()
                .orElseThrow(() -> new NietGevonden("Deze termijn bestaat niet."));
    }

    public Termijnregime regime(UUID termijnId) {
        return repository.gegevens(termijnId).regime();
    }

    public List<Opschortingsregel> opschortingen(UUID termijnId) {
        return wijzigingen.opschortingen(termijnId);
    }

    public List<Verlengingsregel> verlengingen(UUID termijnId) {
        return wijzigingen.verlengingen(termijnId);
    }

    /** Every change of the term's end, the oldest first. */
    public List<Termijnspoor> spoor(UUID termijnId) {
        return wijzigingen.spoor(termijnId);
    }

    /**
     * Lets the term stand still.
     *
     * @param op        the day of the request or notice, or the first day of the delay; within the term, not in the future (but for consent)
     * @param uiterlijk the last day of the term for completion, or through which was agreed; else the last day if it is known, or null
     * @throws OngeldigeInvoer when the ground or a day does not fit
     * @throws Conflict        when the term does not run, or stands still already
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Termijn schortOp(UUID zaakId, UUID termijnId, Opschortgrond grond, LocalDate op, LocalDate uiterlijk, String wie) {
        Termijn was = lopend(zaakId, termijnId);
        if (!grond.geldtBij(regime(termijnId))) {
            throw new OngeldigeInvoer("grond", "Deze termijn kan niet op deze grond worden opgeschort.");
        }
        binnen("op", op, was, grond != Opschortgrond.INSTEMMING);
        if (uiterlijk == null && grond.vraagtEinddag()) {
            throw new OngeldigeInvoer("uiterlijk", "Vul de laatste dag in.");
        }
        LocalDate van = grond.eersteDag(op);
        if (uiterlijk != null && (uiterlijk.isBefore(van) || uiterlijk.isAfter(op.plusYears(MEESTE_JAREN)))) {
            throw new OngeldigeInvoer("uiterlijk", "Deze dag ligt niet na het begin van de opschorting, of te ver weg.");
        }
        if (wijzigingen.opschortingen(termijnId).stream().anyMatch(o -> o.looptOp(van))) {
            throw new Conflict("Deze termijn is al opgeschort. Leg eerst het einde van die opschorting vast.");
        }
        wijzigingen.schortOp(termijnId, new Opschortingsregel(UUID.randomUUID(), grond, op, van, uiterlijk, false, wie, klok.instant()));
        return verwerk(was, "opgeschort", "De termijn staat stil vanaf " + DAG.format(van) + " " + grond.tekst() + ".", wie);
    }

    /**
     * Ends the suspension.
     *
     * @param op the day on which was completed or received (which is no longer suspended); for consent, delay and force majeure the last
     *           suspended day
     * @throws Conflict when the term does not stand still
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Termijn hervat(UUID zaakId, UUID termijnId, LocalDate op, String wie) {
        Termijn was = lopend(zaakId, termijnId);
        List<Opschortingsregel> open = wijzigingen.opschortingen(termijnId).stream().filter(o -> !o.beeindigd()).toList();
        if (open.isEmpty()) {
            throw new Conflict("Deze termijn is niet opgeschort.");
        }
        Opschortingsregel laatste = open.get(open.size() - 1);
        LocalDate tot = laatste.grond().laatsteDag(op);
        if (op.isAfter(LocalDate.now(klok)) || tot.isBefore(laatste.van().minusDays(1))) {
            throw new OngeldigeInvoer("op", "Deze dag ligt voor het begin van de opschorting, of in de toekomst.");
        }
        if (laatste.tot() != null && op.isAfter(laatste.tot())) {
            throw new OngeldigeInvoer("op", "De opschorting eindigde al met " + DAG.format(laatste.tot()) + ".");
        }
        wijzigingen.beeindig(laatste.id(), tot);
        return verwerk(was, "hervat", "De opschorting eindigde met " + DAG.format(tot) + ".", wie);
    }

    /**
     * Registers a notice to those concerned that the decision comes later. By the term's regime it names a day (Awb 4:14 lid 3, an
     * instruction), adds weeks (7:10 lid 3, 4) or moves nothing (4:14 lid 1).
     *
     * @param op         the day of the notice: within the term, not in the future
     * @param weken      for an objection; null otherwise
     * @param tot        the day that the notice names; null for an objection
     * @param instemming whether those concerned agreed in writing (7:10 lid 4)
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Termijn verleng(UUID zaakId, UUID termijnId, LocalDate op, Integer weken, LocalDate tot, boolean instemming, String wie) {
        Termijn was = lopend(zaakId, termijnId);
        Termijnregime regime = regime(termijnId);
        if (regime == Termijnregime.GEEN) {
            throw new OngeldigeInvoer("op", "Deze termijn kan niet worden verlengd.");
        }
        binnen("op", op, was, true);
        boolean bezwaar = regime == Termijnregime.BEZWAAR;
        if (bezwaar ? tot != null || weken == null || weken < 1 || weken > MEESTE_WEKEN
                : weken != null || tot == null || !tot.isAfter(was.laatsteDag()) || tot.isAfter(was.laatsteDag().plusYears(MEESTE_JAREN))) {
            throw new OngeldigeInvoer(bezwaar ? "weken" : "tot", bezwaar ? "Vul het aantal weken in, van 1 tot en met " + MEESTE_WEKEN + "."
                    : "Vul een dag in na " + DAG.format(was.laatsteDag()) + ", de laatste dag nu.");
        }
        boolean eerder = wijzigingen.verlengingen(termijnId).stream().anyMatch(v -> v.verplaatst() && !v.instemming());
        if (bezwaar && !instemming && (weken > MEESTE_WEKEN_VERDAGING || eerder)) {
            throw new OngeldigeInvoer("instemming", "Verdagen kan één keer, met ten hoogste zes weken. Langer kan alleen met schriftelijke instemming.");
        }
        boolean verplaatst = regime != Termijnregime.BESLISTERMIJN_WETTELIJK;
        String grondslag = switch (regime) {
            case BESLISTERMIJN_REDELIJK -> "Algemene wet bestuursrecht, artikel 4:14 lid 3";
            case BESLISTERMIJN_WETTELIJK -> "Algemene wet bestuursrecht, artikel 4:14 lid 1";
            case BEZWAAR -> "Algemene wet bestuursrecht, artikel 7:10 lid " + (instemming ? "4" : "3");
            default -> was.grondslag();
        };
        wijzigingen.verleng(termijnId, new Verlengingsregel(op, bezwaar ? weken : 0, tot, instemming, verplaatst, grondslag, wie, klok.instant()));
        String wat = verplaatst ? "De termijn is verlengd met een mededeling op " + DAG.format(op) + " (" + grondslag + ")."
                : "Meegedeeld op " + DAG.format(op) + " dat niet op tijd wordt beslist, met als nieuwe datum " + DAG.format(tot) + " (" + grondslag
                        + "). De wettelijke termijn verandert daardoor niet.";
        return verwerk(was, verplaatst ? "verlengd" : "bericht", wat, wie);
    }

    /**
     * Gives the term another last day. Only for a term of an instruction or of the organ itself: a statutory one moves on a legal ground only,
     * by suspension or extension.
     *
     * @param reden why, at most 500 characters; shown with the term
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Termijn verplaats(UUID zaakId, UUID termijnId, LocalDate naar, String reden, String wie) {
        Termijn was = lopend(zaakId, termijnId);
        if (was.soort() == Termijnsoort.WETTELIJK) {
            throw new OngeldigeInvoer("naar", "Een wettelijke termijn kunt u niet verplaatsen. Dat kan alleen op een grond in de wet: "
                    + "leg een opschorting of een verlenging vast.");
        }
        if (reden == null || reden.isBlank() || reden.strip().length() > LANGSTE_REDEN) {
            throw new OngeldigeInvoer("reden", "Vul een reden in van ten hoogste " + LANGSTE_REDEN + " tekens.");
        }
        LocalDate vandaag = LocalDate.now(klok);
        if (naar == null || naar.isBefore(vandaag) || naar.isBefore(was.begin()) || naar.isAfter(vandaag.plusYears(MEESTE_JAREN))) {
            throw new OngeldigeInvoer("naar", "Vul een dag in die niet voorbij is en niet meer dan " + MEESTE_JAREN + " jaar vooruit ligt.");
        }
        herberekening.controleerGrenzen(was, naar, true);
        repository.zetHandmatig(termijnId, naar);
        return verwerk(was, "verplaatst", reden.strip(), wie);
    }

    /**
     * Calculates the term again with the calendar of now.
     *
     * @param reden what changed, as a Dutch sentence
     * @return whether its last day changed
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean herreken(UUID zaakId, UUID termijnId, String reden, String wie) {
        Optional<Termijn> was = repository.vergrendel(zaakId, termijnId).filter(t -> t.status().isLopend() && t.vervalmoment().isAfter(klok.instant()));
        if (was.isEmpty() || herberekening.bereken(was.get()).laatsteDag().equals(was.get().laatsteDag())) {
            return false;
        }
        verwerk(was.get(), "herrekend", reden, wie);
        return true;
    }

    /**
     * Gives the term the length that the catalogue has now, which a term that runs does not follow by itself.
     *
     * @return whether its last day changed
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean neemRegelOver(UUID zaakId, UUID termijnId, String reden, String wie) {
        return repository.vergrendel(zaakId, termijnId).filter(t -> t.status().isLopend() && t.vervalmoment().isAfter(klok.instant()))
                .filter(herberekening::neemRegelOver).map(t -> herreken(zaakId, termijnId, reden, wie)).orElse(false);
    }

    /** Brings the status of suspended terms up to date with this day, and the end of those of which nobody knows how long they stand still. */
    @Transactional
    public void ververs() {
        repository.opgeschort().forEach(t -> repository.vergrendel(t.zaakId(), t.id()).filter(n -> n.status() == Termijnstatus.OPGESCHORT)
                .ifPresent(was -> {
                    Termijn na = herberekening.bereken(was);
                    if (na.status() != was.status() || na.laatsteDag().isAfter(was.laatsteDag())) {
                        bewaar(was, na, "De opschorting is bijgewerkt.", null);
                    }
                }));
    }

    private Termijn verwerk(Termijn was, String soort, String reden, String wie) {
        // The trace first: it is a part of the new explanation.
        LocalDate naar = herberekening.bereken(was).laatsteDag();
        Instant nu = klok.instant();
        wijzigingen.noteer(new Termijnspoor(was.id(), nu, soort, was.laatsteDag(), naar, reden, wie));
        Termijn na = herberekening.bereken(was);
        String wat = switch (soort) {
            case "verplaatst" -> "Termijn verplaatst: " + was.omschrijving() + ". De reden staat bij de termijn.";
            default -> was.omschrijving() + ". " + reden;
        };
        bewaar(was, na, wat + (was.laatsteDag().equals(na.laatsteDag()) ? "" : " Laatste dag was " + DAG.format(was.laatsteDag()) + ", wordt "
                + DAG.format(na.laatsteDag()) + "."), wie);
        return na;
    }

    private void bewaar(Termijn was, Termijn na, String wat, String wie) {
        repository.verplaats(na, LocalDate.now(klok));
        gebeurtenissen.publishEvent(new TermijnVerplaatst(new Termijnverplaatsing(was, na), wat, wie));
    }

    private Termijn lopend(UUID zaakId, UUID termijnId) {
        Termijn termijn = repository.vergrendel(zaakId, termijnId).orElseThrow(() -> new NietGevonden("Deze termijn bestaat niet."));
        if (!termijn.status().isLopend() || !termijn.vervalmoment().isAfter(klok.instant())) {
            throw new Conflict("Deze termijn loopt niet meer.");
        }
        return termijn;
    }

    private void binnen(String veld, LocalDate dag, Termijn termijn, boolean nietInDeToekomst) {
        if (dag == null || dag.isBefore(termijn.begin()) || dag.isAfter(termijn.laatsteDag())
                || nietInDeToekomst && dag.isAfter(LocalDate.now(klok))) {
            throw new OngeldigeInvoer(veld, "Vul een dag in binnen de termijn" + (nietInDeToekomst ? ", niet in de toekomst." : "."));
        }
    }
}
