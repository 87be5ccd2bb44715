package nl.schoolgang.melding;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import nl.schoolgang.zaak.Tijdlijn;
import nl.schoolgang.zaak.Zaak;
import nl.schoolgang.zaak.Zaakstatus;
import nl.schoolgang.zaak.Zaken;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * A withdrawn melding counts again, because its source registers it again or somebody here found that the withdrawal was wrong. It always
 * gets a case that works on it, with terms from that moment: the one it stands in, opened again if need be, or the pupil's newer open case.
 */
@Service
public class Herregistratie {

    private final Meldingen meldingen;
    private final Zaken zaken;
    private final Zaakgebeurtenissen gebeurtenissen;
    private final Meldingsverwerking verwerking;
    private final Tijdlijn tijdlijn;
    private final Clock klok;

    Herregistratie(Meldingen meldingen, Zaken zaken, Zaakgebeurtenissen gebeurtenissen, Meldingsverwerking verwerking, Tijdlijn tijdlijn,
            Clock klok) {
        this.meldingen = meldingen;
        this.zaken = zaken;
        this.gebeurtenissen = gebeurtenissen;
        this.verwerking = verwerking;
        this.tijdlijn = tijdlijn;
        this.klok = klok;
    }

    /** Whether there can be work on it: not about a pupil who died. */
    public boolean kan(Zaak zaak) {
        return zaak.status() == Zaakstatus.OPEN || !gebeurtenissen.isOverleden(zaak.leerlingId());
    }

    /**
     * Takes a melding up again that is stored as registered by now. Hold the pupil and its case.
     *
     * @param door user name
     * @return the case that works on it
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Zaak neemWeerOp(Zaak zaak, Melding eerder, String door) {
        Instant nu = klok.instant();
        meldingen.heropen(eerder.id(), nu);
        meldingen.spoor(eerder.id(), "heropend", "ontvangen", eerder.ontvangen().toString(), nu.toString(), door);
        Zaak waar = werkzaak(zaak, eerder, door);
        verwerking.nieuw(waar, waar.procesInstantieId() == null, meldingen.metId(eerder.id()));
        return waar;
    }

    /**
     * The withdrawal was a mistake: the melding counts again. What its source delivered last stays as it was, so that the same delivery again
     * is a repetition.
     *
     * @param eerder the melding, withdrawn; hold its pupil and its case
     * @param door   user name
     * @return the case that works on it
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Zaak maakIntrekkingOngedaan(Zaak zaak, Melding eerder, String door) {
        meldingen.wijzig(eerder.metStatus(Melding.GEREGISTREERD), meldingen.inhoud(eerder.id()));
        meldingen.spoor(eerder.id(), "intrekking-ongedaan", "status", Melding.INGETROKKEN, Melding.GEREGISTREERD, door);
        return neemWeerOp(zaak, eerder, door);
    }

    private Zaak werkzaak(Zaak zaak, Melding melding, String door) {
        if (zaak.status() == Zaakstatus.OPEN) {
            return zaak;
        }
        Optional<Zaak> nieuwere = zaken.openZaak(zaak.gemeente(), zaak.procedure(), zaak.leerlingId()).map(z -> zaken.vergrendel(z.id()))
                .filter(z -> z.status() == Zaakstatus.OPEN);
        if (nieuwere.isPresent()) {
            verwerking.verhuisd(melding, nieuwere.get(), door);
            tijdlijn.noteer(zaak.id(), "melding-naar-zaak", "Melding " + melding.meldingsnummer() + " gaat verder in "
                    + nieuwere.get().zaaknummer(), door, null);
            return nieuwere.get();
        }
        gebeurtenissen.herroep(zaak.id());
        zaken.heropen(zaak.id(), door);
        tijdlijn.noteer(zaak.id(), "zaak-heropend", "Zaak weer open: melding " + melding.meldingsnummer() + " is opnieuw geregistreerd", door,
                melding.id());
        return zaken.metId(zaak.id());
    }
}
