package nl.schoolgang.termijn;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.schoolgang.gemeente.Conflict;
import nl.schoolgang.gemeente.NietGevonden;
import nl.schoolgang.gemeente.OngeldigeInvoer;
import nl.schoolgang.kalender.Dwangsom;
import nl.schoolgang.kalender.Termijnberekening;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What follows when a decision term has lapsed and the applicant gives notice of default (Awb 4:17, 4:18; for objections 7:14): two weeks to
 * decide yet, then at most 42 days of penalty, then two weeks to fix it. Who calls holds the case.
 */
@Service
public class Ingebrekestellingen {

    static final String TWEE_WEKEN = "dwangsom.ingebrekestelling";
    static final String LOOPTIJD = "dwangsom.looptijd";
    static final String VASTSTELLEN = "dwangsom.vaststelling";

    private static final int MEESTE_AANVRAGERS = 20;
    private static final Set<String> UITZONDERINGEN = Set.of("onredelijk-laat", "geen-belanghebbende", "kennelijk-ongegrond");

    private final TermijnRepository repository;
    private final Termijnen termijnen;
    private final JdbcClient jdbc;
    private final Dwangsom dwangsom;
    private final Clock klok;

    Ingebrekestellingen(TermijnRepository repository, Termijnen termijnen, JdbcClient jdbc, Termijnberekening berekening, Clock klok) {
        this.repository = repository;
        this.termijnen = termijnen;
        this.jdbc = jdbc;
        this.dwangsom = new Dwangsom(berekening);
        this.klok = klok;
    }

    /** The notices about this term, the oldest first. */
    public List<Ingebrekestelling> van(UUID termijnId) {
        return jdbc.sql("select * from ingebrekestelling where termijn_id = ? order by ontvangen, gemaakt_op").param(termijnId)
                .query(Ingebrekestellingen::lees).list();
    }

    /** How the penalty that follows from a valid notice stands today: days, amount, explanation. */
    public Dwangsom.Verloop verloop(Ingebrekestelling i) {
        return dwangsom.verloop(i.ontvangen(), i.beslistOp(), LocalDate.now(klok));
    }

    /**
     * Registers a notice of default. One that was received on or before the last day of the term is premature: recorded, and nothing follows.
     *
     * @param ontvangen    not in the future
     * @param uitzondering null when a penalty can be owed; see {@link Ingebrekestelling}
     * @throws OngeldigeInvoer when the term knows no penalty or a value does not fit
     * @throws Conflict        when was decided in time, or there is a valid one already
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Ingebrekestelling ontvang(UUID zaakId, UUID termijnId, LocalDate ontvangen, int aanvragers, String uitzondering, String wie) {
        Termijn termijn = repository.vergrendel(zaakId, termijnId).orElseThrow(() -> new NietGevonden("Deze termijn bestaat niet."));
        if (!repository.gegevens(termijnId).regime().kentDwangsom()) {
            throw new OngeldigeInvoer("ontvangen", "Bij deze termijn hoort geen dwangsom bij niet tijdig beslissen.");
        }
        if (ontvangen == null || ontvangen.isAfter(LocalDate.now(klok)) || ontvangen.isBefore(termijn.begin())) {
            throw new OngeldigeInvoer("ontvangen", "Vul een dag in na het begin van de termijn, niet in de toekomst.");
        }
        if (aanvragers < 1 || aanvragers > MEESTE_AANVRAGERS) {
            throw new OngeldigeInvoer("aanvragers", "Vul een getal in van 1 tot en met " + MEESTE_AANVRAGERS + ".");
        }
        if (uitzondering != null && !UITZONDERINGEN.contains(uitzondering)) {
            throw new OngeldigeInvoer("uitzondering", "Kies uit: " + String.join(", ", UITZONDERINGEN.stream().sorted().toList()) + ".");
        }
        boolean prematuur = !ontvangen.isAfter(termijn.laatsteDag());
        if (termijn.status() == Termijnstatus.GEHAALD || termijn.status() == Termijnstatus.VERVALLEN) {
            throw new Conflict("Er is al beslist, of deze termijn was niet meer nodig.");
        }
        if (!prematuur && van(termijnId).stream().anyMatch(i -> !i.prematuur())) {
            throw new Conflict("Er is al een geldige ingebrekestelling.");
        }
        Ingebrekestelling nieuw = new Ingebrekestelling(UUID.randomUUID(), termijnId, ontvangen, prematuur, aanvragers, uitzondering, null, null,
                null, null);
        jdbc.sql("""
                insert into ingebrekestelling (id, termijn_id, ontvangen, prematuur, aanvragers, uitzondering, door, gemaakt_op)
                values (?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(nieuw.id(), termijnId, ontvangen, prematuur, aanvragers, uitzondering, wie, Timestamp.from(klok.instant())).update();
        if (!prematuur) {
            termijnen.startZelfstandig(zaakId, termijn.gemeente(), TWEE_WEKEN, termijn.meldingId(), ontvangen);
            termijnen.laatVerlopen();
        }
        return nieuw;
    }

    /**
     * The decision was announced: no more is added from this day.
     *
     * @throws Conflict when there is no valid notice, or the decision was registered before
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Ingebrekestelling beslist(UUID zaakId, UUID termijnId, LocalDate op) {
        Termijn termijn = repository.vergrendel(zaakId, termijnId).orElseThrow(() -> new NietGevonden("Deze termijn bestaat niet."));
        Ingebrekestelling geldig = geldig(termijnId).filter(i -> i.beslistOp() == null)
                .orElseThrow(() -> new Conflict("Er is geen geldige ingebrekestelling zonder beslissing."));
        if (op == null || op.isBefore(geldig.ontvangen()) || op.isAfter(LocalDate.now(klok))) {
            throw new OngeldigeInvoer("op", "Vul een dag in na de ingebrekestelling, niet in de toekomst.");
        }
        jdbc.sql("update ingebrekestelling set beslist_op = ? where id = ?").params(op, geldig.id()).update();
        termijnen.beeindig(zaakId, TWEE_WEKEN, termijn.meldingId(), false);
        termijnen.beeindig(zaakId, LOOPTIJD, termijn.meldingId(), false);
        Dwangsom.Verloop verloop = dwangsom.verloop(geldig.ontvangen(), op, op);
        if (verloop.dagen() > 0 && geldig.uitzondering() == null) {
            vaststellen(termijn, verloop);
        }
        return geldig(termijnId).orElseThrow();
    }

    /**
     * The penalty was fixed by decision (4:18); its amount follows from the days, and is nothing in the cases of 4:17 lid 6.
     *
     * @throws Conflict while it still grows, when it was fixed before, or without a valid notice
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Ingebrekestelling stelVast(UUID zaakId, UUID termijnId, LocalDate op, String wie) {
        Termijn termijn = repository.vergrendel(zaakId, termijnId).orElseThrow(() -> new NietGevonden("Deze termijn bestaat niet."));
        Ingebrekestelling geldig = geldig(termijnId).filter(i -> i.vastgesteldOp() == null)
                .orElseThrow(() -> new Conflict("Er is geen dwangsom die nog moet worden vastgesteld."));
        Dwangsom.Verloop verloop = dwangsom.verloop(geldig.ontvangen(), geldig.beslistOp(), LocalDate.now(klok));
        if (geldig.beslistOp() == null && verloop.dagen() < Dwangsom.MEESTE_DAGEN) {
            throw new Conflict("De dwangsom loopt nog: er is nog niet beslist.");
        }
        if (op == null || op.isBefore(geldig.ontvangen()) || op.isAfter(LocalDate.now(klok))) {
            throw new OngeldigeInvoer("op", "Vul een dag in na de ingebrekestelling, niet in de toekomst.");
        }
        int bedrag = geldig.uitzondering() == null ? verloop.bedrag() : 0;
        jdbc.sql("update ingebrekestelling set dagen = ?, bedrag = ?, vastgesteld_op = ?, vastgesteld_door = ? where id = ?")
                .params(verloop.dagen(), bedrag, op, wie, geldig.id()).update();
        termijnen.beeindig(zaakId, VASTSTELLEN, termijn.meldingId(), false);
        return geldig(termijnId).orElseThrow();
    }

    /** After the two weeks the penalty runs; after the 42 days it must be fixed. */
    @EventListener
    void verstreken(TermijnOverschreden gebeurtenis) {
        Termijn termijn = gebeurtenis.termijn();
        if (termijn.code().equals(TWEE_WEKEN)) {
            termijnen.startZelfstandig(termijn.zaakId(), termijn.gemeente(), LOOPTIJD, termijn.meldingId(), termijn.laatsteDag());
        } else if (termijn.code().equals(LOOPTIJD)) {
            termijnen.startZelfstandig(termijn.zaakId(), termijn.gemeente(), VASTSTELLEN, termijn.meldingId(), termijn.laatsteDag());
        }
    }

    private void vaststellen(Termijn termijn, Dwangsom.Verloop verloop) {
        termijnen.startZelfstandig(termijn.zaakId(), termijn.gemeente(), VASTSTELLEN, termijn.meldingId(),
                verloop.eersteDag().plusDays(verloop.dagen() - 1L));
    }

    private Optional<Ingebrekestelling> geldig(UUID termijnId) {
        return van(termijnId).stream().filter(i -> !i.prematuur()).findFirst();
    }

    private static Ingebrekestelling lees(ResultSet rij, int nummer) throws SQLException {
        return new Ingebrekestelling(rij.getObject("id", UUID.class), rij.getObject("termijn_id", UUID.class),
                rij.getObject("ontvangen", LocalDate.class), rij.getBoolean("prematuur"), rij.getInt("aanvragers"), rij.getString("uitzondering"),
                rij.getObject("beslist_op", LocalDate.class), rij.getObject("dagen", Integer.class), rij.getObject("bedrag", Integer.class),
                rij.getObject("vastgesteld_op", LocalDate.class));
    }
}
