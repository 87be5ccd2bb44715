package nl.schoolgang.engine;

import static nl.schoolgang.engine.Zaakvariabelen.GEMEENTE;
import static nl.schoolgang.engine.Zaakvariabelen.MELDING_ID;
import static nl.schoolgang.engine.Zaakvariabelen.ZAAK_ID;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.Date;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import nl.schoolgang.kalender.Tijdzone;
import nl.schoolgang.termijn.Termijn;
import nl.schoolgang.termijn.Termijncatalogus;
import nl.schoolgang.termijn.Termijnen;
import nl.schoolgang.termijn.Termijnstatus;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/**
 * What models ask about terms, as {@code ${termijnen...}}. A task's date and its timer come from the same call, so they
 * are always the same moment. Begins and ends may be given as Date, LocalDate or ISO text; days are taken in
 * Europe/Amsterdam.
 */
@Component("termijnen")
public class TermijnExpressies {

    private final Termijnen termijnen;
    private final Termijncatalogus catalogus;

    TermijnExpressies(Termijnen termijnen, Termijncatalogus catalogus) {
        this.termijnen = termijnen;
        this.catalogus = catalogus;
    }

    /**
     * The moment at which a term lapses: 00:00 of the day after its last day. Starts the term when it does not run yet.
     *
     * @param begin the event that starts the term
     */
    public Date vervalmoment(DelegateExecution execution, String code, Object begin) {
        LocalDate dag = dag(begin, code);
        return moment(execution, code, dag, () -> termijnen.start(ZAAK_ID.van(execution), GEMEENTE.van(execution), code, melding(execution), dag));
    }

    /**
     * The same for a term whose last day was agreed or set in this case.
     *
     * @param laatsteDag the agreed last day, not before the begin
     */
    public Date vervalmomentTot(DelegateExecution execution, String code, Object begin, Object laatsteDag) {
        LocalDate dag = dag(begin, code);
        return moment(execution, code, dag, () -> termijnen.startTot(ZAAK_ID.van(execution), GEMEENTE.van(execution), code,
                melding(execution), dag, dag(laatsteDag, code)));
    }

    /**
     * The moment at which such a term would lapse, for the date of a task of which more than one can be open in a case at once, or whose lapse
     * nobody needs to be told of: no term runs.
     *
     * @param begin the event from which it is counted
     */
    public Date uiterlijk(DelegateExecution execution, String code, Object begin) {
        return Date.from(termijnen.bereken(GEMEENTE.van(execution), code, dag(begin, code)).vervalmoment().toInstant());
    }

    /** The code of the role that must act within the term, as the catalogue says for the case's municipality. */
    public String wie(DelegateExecution execution, String code) {
        return catalogus.zoek(code, GEMEENTE.van(execution)).wie();
    }

    private Date moment(DelegateExecution execution, String code, LocalDate begin, Supplier<Termijn> start) {
        // A term that has lapsed stays lapsed: what asks for its date later must not start it anew.
        Termijn termijn = termijnen.vanZaak(ZAAK_ID.van(execution)).stream()
                .filter(t -> t.code().equals(code) && Objects.equals(t.meldingId(), melding(execution)))
                .filter(t -> t.status() == Termijnstatus.OVERSCHREDEN && t.begin().equals(begin))
                .filter(t -> termijnen.lopend(t.zaakId(), code, t.meldingId()).isEmpty())
                .max(Comparator.comparing(Termijn::vervalmoment)).orElseGet(start);
        return Date.from(termijn.vervalmoment());
    }

    private static UUID melding(DelegateExecution execution) {
        return MELDING_ID.optioneel(execution).orElse(null);
    }

    private static LocalDate dag(Object waarde, String code) {
        if (waarde instanceof LocalDate dag) {
            return dag;
        }
        if (waarde instanceof Date moment) {
            return moment.toInstant().atZone(Tijdzone.AMSTERDAM).toLocalDate();
        }
        if (waarde instanceof String tekst) {
            try {
                return tekst.length() > 10 ? OffsetDateTime.parse(tekst).atZoneSameInstant(Tijdzone.AMSTERDAM).toLocalDate() : LocalDate.parse(tekst);
            } catch (DateTimeParseException e) {
                throw new IllegalArgumentException("Geen datum voor de termijn " + code, e);
            }
        }
        throw new IllegalArgumentException("Er ontbreekt een datum voor de termijn " + code);
    }
}
