package nl.schoolgang.procedure.brief;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import nl.schoolgang.brief.Brief;
import nl.schoolgang.brief.BriefVerzonden;
import nl.schoolgang.brief.Brieven;
import nl.schoolgang.engine.Termijnverschuiving;
import nl.schoolgang.kalender.Tijdzone;
import nl.schoolgang.zaak.Zaken;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * A term that starts at dispatch starts when the letter is put in the queue, and is moved to the day on which it really left (Awb 3:40, 3:41).
 * Of several letters the last to leave counts, so that nobody has less time than the term gives; also one that had to wait for an address, or
 * that came back and was sent again.
 */
@Component
class Dispatchtermijn {

    private static final DateTimeFormatter DAG = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.forLanguageTag("nl-NL"));

    private final Brieven brieven;
    private final Zaken zaken;
    private final Termijnverschuiving verschuiving;

    Dispatchtermijn(Brieven brieven, Zaken zaken, Termijnverschuiving verschuiving) {
        this.brieven = brieven;
        this.zaken = zaken;
        this.verschuiving = verschuiving;
    }

    @EventListener
    void verzonden(BriefVerzonden gebeurtenis) {
        Brief brief = brieven.metId(gebeurtenis.briefId());
        if (brief.termijnCode() != null) {
            LocalDate gemaakt = brieven.eersteGemaaktOp(brief.id()).atZone(Tijdzone.AMSTERDAM).toLocalDate();
            verschuiving.naarBegin(zaken.metId(brief.zaakId()), brief.termijnCode(), brief.meldingId(), gemaakt, gebeurtenis.verzondenOp(),
                    "De brief is verzonden op " + DAG.format(gebeurtenis.verzondenOp()) + ".", brief.verzondenDoor());
        }
    }
}
