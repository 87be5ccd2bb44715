package nl.schoolgang.melding;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.schoolgang.leerling.Leerling;
import nl.schoolgang.leerling.Leerlingen;
import nl.schoolgang.zaak.Tijdlijn;
import nl.schoolgang.zaak.Zaak;
import nl.schoolgang.zaak.Zaakstatus;
import nl.schoolgang.zaak.Zaken;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * One child that is known twice, once by BSN and once by onderwijsnummer, shows itself when a melding names both. Nothing is merged:
 * the time lines of both say so, for somebody to look into.
 */
@Component
class Dubbelganger {

    static final String SOORT = "mogelijk-dezelfde-leerling";

    private final Leerlingen leerlingen;
    private final Zaken zaken;
    private final Tijdlijn tijdlijn;
    private final Leerlingherkenning herkenning;

    Dubbelganger(Leerlingen leerlingen, Zaken zaken, Tijdlijn tijdlijn, Leerlingherkenning herkenning) {
        this.herkenning = herkenning;
        this.leerlingen = leerlingen;
        this.zaken = zaken;
        this.tijdlijn = tijdlijn;
    }

    /**
     * Records it on the open cases of both pupils, once for each pair of cases. Does nothing when the melding names one pupil.
     *
     * @param zaaknummer the case that has the melding
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void noteer(Aanlevering aanlevering, String zaaknummer, String door) {
        if (aanlevering.bsn() == null || aanlevering.onderwijsnummer() == null || herkenning.isVanVorige(aanlevering)) {
            return;
        }
        UUID gemeld = zaken.metNummer(zaaknummer).orElseThrow().leerlingId();
        Optional<Leerling> ander = leerlingen.metOnderwijsnummer(aanlevering.gemeente(), aanlevering.onderwijsnummer())
                .filter(l -> !l.id().equals(gemeld));
        if (ander.isPresent()) {
            List<Zaak> hier = zaken.vanLeerling(gemeld);
            List<Zaak> daar = zaken.vanLeerling(ander.get().id());
            noteer(hier, daar, door);
            noteer(daar, hier, door);
        }
    }

    private void noteer(List<Zaak> op, List<Zaak> over, String door) {
        List<Zaak> genoemd = over.stream().anyMatch(Dubbelganger::isOpen) ? open(over) : over;
        String omschrijving = "Mogelijk dezelfde leerling als " + (genoemd.isEmpty() ? "een leerling zonder zaak"
                : "in " + genoemd.stream().map(Zaak::zaaknummer).sorted().collect(Collectors.joining(", ")))
                + ": een melding noemt het BSN van de een en het onderwijsnummer van de ander.";
        open(op).stream().filter(z -> tijdlijn.van(z.id()).stream().noneMatch(g -> g.omschrijving().equals(omschrijving)))
                .forEach(z -> tijdlijn.noteer(z.id(), SOORT, omschrijving, door, null));
    }

    private static List<Zaak> open(List<Zaak> zaken) {
        return zaken.stream().filter(Dubbelganger::isOpen).toList();
    }

    private static boolean isOpen(Zaak zaak) {
        return zaak.status() == Zaakstatus.OPEN;
    }
}
