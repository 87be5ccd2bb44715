package nl.schoolgang.bewaking;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableTransp;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import nl.schoolgang.engine.BeperkteProcedures;
import nl.schoolgang.gemeente.Medewerker;
import org.springframework.stereotype.Component;

/** The terms of an employee as a calendar (RFC 5545): a day-long event on the last day of each, with the zaaknummer and what it is for. */
@Component
class Termijnagenda {

    /** More would make calendars slow; the nearest come first. */
    static final int MEESTE = 2000;
    private static final String NAAMLOOS = "Termijn";

    private final Termijnlezer termijnen;
    private final Zichtvlak zicht;
    private final Clock klok;

    Termijnagenda(Termijnlezer termijnen, Zichtvlak zicht, Clock klok) {
        this.termijnen = termijnen;
        this.zicht = zicht;
        this.klok = klok;
    }

    /** @param adres where cases are found, with a slash at the end */
    String van(Medewerker ik, String adres) {
        Calendar agenda = new Calendar();
        agenda.add(new ProdId("-//Schoolgang//Termijnen//NL"));
        agenda.add(ImmutableVersion.VERSION_2_0);
        agenda.add(ImmutableCalScale.GREGORIAN);
        List<BewaakteTermijn> gevonden = termijnen.voor(ik, zicht.van(ik, ik.gemeenten()), Stand.Lijst.LOPEND, MEESTE);
        gevonden.forEach(t -> agenda.add(dag(t, adres)));
        StringWriter tekst = new StringWriter();
        try {
            // An empty calendar breaks a rule of RFC 5545 (3.6) that no calendar minds; all others are validated.
            new CalendarOutputter(!gevonden.isEmpty()).output(agenda, tekst);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return tekst.toString();
    }

    /** Of a procedure whose very existence is confidential the calendar does not tell which it is. */
    static String naam(BewaakteTermijn termijn) {
        return BeperkteProcedures.isBeperkt(termijn.procedure()) ? NAAMLOOS : termijn.omschrijving();
    }

    private VEvent dag(BewaakteTermijn termijn, String adres) {
        VEvent dag = new VEvent(termijn.laatsteDag(), termijn.zaaknummer() + ": " + naam(termijn));
        dag.replace(new DtStamp(klok.instant()));
        dag.add(new Uid(termijn.id() + "@schoolgang"));
        dag.add(ImmutableTransp.TRANSPARENT);
        dag.add(new Url(URI.create(adres + termijn.zaaknummer())));
        return dag;
    }
}
