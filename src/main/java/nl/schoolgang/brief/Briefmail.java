package nl.schoolgang.brief;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.schoolgang.bericht.BerichtMislukt;
import nl.schoolgang.bericht.BerichtVerzonden;
import nl.schoolgang.bericht.Berichten;
import nl.schoolgang.bericht.NieuwBericht;
import nl.schoolgang.bericht.Ontvangersoort;
import nl.schoolgang.gemeente.Conflict;
import nl.schoolgang.kalender.Tijdzone;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A letter by e-mail: a message of the outbox with the PDF. What becomes of the message becomes of the letter. */
@Component
class Briefmail {

    private static final String SOORT = "brief";
    private static final String TEKST = """
            Geachte heer of mevrouw,

            Als bijlage vindt u een brief van %s. Het onderwerp staat in de brief zelf. Hebt u vragen? Bel dan %s en noem het zaaknummer %s.

            Met vriendelijke groet,
            %s
            """;

    private final Berichten berichten;
    private final Briefhoofden hoofden;
    private final BriefRepository repository;
    private final Verzendregister register;

    Briefmail(Berichten berichten, Briefhoofden hoofden, BriefRepository repository, Verzendregister register) {
        this.berichten = berichten;
        this.hoofden = hoofden;
        this.repository = repository;
        this.register = register;
    }

    /** Puts a letter that goes by e-mail in the outbox; does nothing for one by post. */
    void zetKlaar(Brief brief, Geadresseerde aan, String zaaknummer) {
        if (brief.kanaal() != Kanaal.E_MAIL) {
            return;
        }
        Briefhoofd hoofd = hoofden.van(brief.gemeente());
        String tekst = TEKST.formatted(hoofd.organisatie(), hoofd.telefoon(), zaaknummer, hoofd.onderdeel() + ", " + hoofd.organisatie());
        UUID bericht = berichten.zetKlaar(new NieuwBericht(brief.zaakId(), brief.gemeente(), brief.meldingId(), SOORT, brief.aanSoort().code(),
                ontvanger(brief.aanSoort()), Map.of("brief", brief.id().toString()), aan.email(), "Brief van " + hoofd.organisatie(),
                tekst, List.of(repository.bestanden(brief.id()).document())));
        repository.bericht(brief.id(), bericht);
    }

    private static Ontvangersoort ontvanger(Aansoort aan) {
        return switch (aan) {
            case MELDER -> Ontvangersoort.MELDER;
            case SCHOOL -> Ontvangersoort.SCHOOL;
            default -> Ontvangersoort.BURGER;
        };
    }

    /**
     * Takes back the message of a letter that goes out in another way, so that nobody gets it twice.
     *
     * @throws Conflict when it has just been sent
     */
    void trekIn(Brief brief, String door) {
        UUID bericht = brief.status() == Briefstatus.MISLUKT ? repository.bericht(brief.id()) : null;
        if (bericht != null && !berichten.trekIn(bericht, "De brief gaat op een andere manier uit", door)) {
            throw new Conflict("Deze brief is intussen per e-mail verzonden.");
        }
    }

    /**
     * Takes back the message of a letter that is held.
     *
     * @return false when it has just been sent
     */
    boolean houdAan(Brief brief, String reden) {
        UUID bericht = brief.kanaal() == Kanaal.E_MAIL ? repository.bericht(brief.id()) : null;
        return bericht == null || berichten.trekIn(bericht, reden, null);
    }

    @EventListener
    void verzonden(BerichtVerzonden bericht) {
        if (SOORT.equals(bericht.soort())) {
            LocalDate dag = bericht.op().atZone(Tijdzone.AMSTERDAM).toLocalDate();
            // What was dealt with otherwise meanwhile stays as it is.
            repository.metBericht(bericht.berichtId()).flatMap(brief -> repository.vergrendel(brief.id()))
                    .filter(brief -> brief.status() == Briefstatus.KLAAR || brief.status() == Briefstatus.MISLUKT)
                    .ifPresent(brief -> register.verzonden(brief, dag, null));
        }
    }

    @EventListener
    void mislukt(BerichtMislukt bericht) {
        if (SOORT.equals(bericht.soort())) {
            repository.metBericht(bericht.berichtId()).ifPresent(register::mislukt);
        }
    }
}
