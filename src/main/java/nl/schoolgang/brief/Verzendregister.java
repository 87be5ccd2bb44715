package nl.schoolgang.brief;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import nl.schoolgang.dossier.Verwerking;
import nl.schoolgang.dossier.Verwerkingslog;
import nl.schoolgang.gemeente.Conflict;
import nl.schoolgang.gemeente.OngeldigeInvoer;
import nl.schoolgang.kalender.Tijdzone;
import nl.schoolgang.normen.Norm;
import nl.schoolgang.zaak.Tijdlijn;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Records what became of a letter: on the letter, on the time line and in the log of disclosures, and tells it to who waits for it. */
@Component
@Norm({"BUN-T04.00-11"})
class Verzendregister {

    private static final DateTimeFormatter DAG = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.forLanguageTag("nl-NL"));
    private static final String GRONDSLAG = "LPW 16";

    private final BriefRepository repository;
    private final Tijdlijn tijdlijn;
    private final Verwerkingslog log;
    private final ApplicationEventPublisher gebeurtenissen;
    private final Clock klok;
    private final Dagtekening dagtekening;

    Verzendregister(BriefRepository repository, Tijdlijn tijdlijn, Verwerkingslog log, ApplicationEventPublisher gebeurtenissen, Clock klok,
            Dagtekening dagtekening) {
        this.repository = repository;
        this.tijdlijn = tijdlijn;
        this.log = log;
        this.gebeurtenissen = gebeurtenissen;
        this.klok = klok;
        this.dagtekening = dagtekening;
    }

    /**
     * The letter has left; recording the same day again changes nothing.
     *
     * @param dag  the day of dispatch; not in the future, and not before the letter was made
     * @param door user name; null when it left by e-mail by itself
     * @throws OngeldigeInvoer when it cannot have been this day
     * @throws Conflict        when it was dispatched on another day, waits for an address or will not go out
     */
    void verzonden(Brief brief, LocalDate dag, String door) {
        if (dag.isAfter(LocalDate.now(klok))) {
            throw new OngeldigeInvoer("datum", "De brief kan niet in de toekomst zijn verzonden.");
        }
        if (dag.isBefore(brief.gemaaktOp().atZone(Tijdzone.AMSTERDAM).toLocalDate())) {
            throw new OngeldigeInvoer("datum", "De brief kan niet zijn verzonden voordat hij is gemaakt.");
        }
        if (brief.status() == Briefstatus.VERZONDEN && dag.equals(brief.verzondenOp())) {
            return;
        }
        if (brief.status() != Briefstatus.KLAAR && brief.status() != Briefstatus.MISLUKT) {
            throw new Conflict(switch (brief.status()) {
                case ADRES_NODIG -> "Deze brief wacht nog op een adres.";
                case AANGEHOUDEN -> "Deze brief is aangehouden. De behandelaar beslist eerst of hij nog uitgaat.";
                default -> "Deze brief staat niet meer in de wachtrij.";
            });
        }
        dagtekening.verzonden(brief, dag, door);
        repository.verzonden(brief.id(), dag, door);
        tijdlijn.noteer(brief.zaakId(), "brief-verzonden", "Brief '" + brief.titel() + "' verzonden op " + DAG.format(dag) + " ("
                + brief.aanSoort().code() + ", " + brief.kanaal().code() + ").", door, brief.meldingId());
        if (brief.kanaal() == Kanaal.POST) {
            // A letter by e-mail is logged by the outbox that sent it.
            log.noteer(Verwerking.verstrekken(brief.gemeente(), brief.leerlingId(), brief.zaakId(), door, "brief verzenden", GRONDSLAG,
                    brief.aanSoort().code()).over("brief " + brief.id()));
        }
        gebeurtenissen.publishEvent(new BriefVerzonden(brief.id(), brief.zaakId(), brief.meldingId(), brief.code(), dag));
    }

    /**
     * The letter came back.
     *
     * @param reden code
     * @throws Conflict when it was never dispatched, or came back already
     */
    void retour(Brief brief, String reden, String redentekst, String door) {
        if (brief.status() != Briefstatus.VERZONDEN) {
            throw new Conflict(brief.status() == Briefstatus.RETOUR ? "Deze brief is al als retour geregistreerd."
                    : "Deze brief is nog niet verzonden.");
        }
        repository.retour(brief.id(), LocalDate.now(klok), reden);
        tijdlijn.noteer(brief.zaakId(), "brief-retour", "Brief '" + brief.titel() + "' kwam terug (" + brief.aanSoort().code() + "): "
                + redentekst + ".", door, brief.meldingId());
        gebeurtenissen.publishEvent(new BriefOnbezorgd(brief.id(), brief.zaakId(), brief.meldingId(), BriefOnbezorgd.RETOUR));
    }

    /** Sending by e-mail was given up; one that was dealt with otherwise meanwhile stays as it is. */
    void mislukt(Brief brief) {
        if (brief.status() == Briefstatus.KLAAR) {
            repository.mislukt(brief.id());
            tijdlijn.noteer(brief.zaakId(), "brief-mislukt", "Brief '" + brief.titel() + "' kon niet worden gemaild (" + brief.aanSoort().code()
                    + ").", null, brief.meldingId());
            gebeurtenissen.publishEvent(new BriefOnbezorgd(brief.id(), brief.zaakId(), brief.meldingId(), BriefOnbezorgd.E_MAIL_MISLUKT));
        }
    }

    /** Something changed for the pupil: the letter does not go out before an officer has judged that. */
    void aangehouden(Brief brief, String reden) {
        repository.aangehouden(brief.id());
        tijdlijn.noteer(brief.zaakId(), "brief-aangehouden", "Brief '" + brief.titel() + "' (" + brief.aanSoort().code() + ") wordt aangehouden: "
                + reden, null, brief.meldingId());
    }

    /** An officer judged that the letter goes out after all. */
    void vrijgegeven(Brief brief, String door) {
        repository.vrijgegeven(brief.id());
        tijdlijn.noteer(brief.zaakId(), "brief-vrijgegeven", "Brief '" + brief.titel() + "' (" + brief.aanSoort().code() + ") gaat alsnog uit.",
                door, brief.meldingId());
    }

    /** The letter will not go out. */
    void vervallen(Brief brief, String door) {
        repository.vervallen(brief.id());
        tijdlijn.noteer(brief.zaakId(), "brief-vervallen", "Brief '" + brief.titel() + "' gaat niet meer uit (" + brief.aanSoort().code() + ").",
                door, brief.meldingId());
    }
}
