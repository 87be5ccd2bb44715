package nl.schoolgang.herstel;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.schoolgang.dossier.Dossiers;
import nl.schoolgang.dossier.Label;
import nl.schoolgang.dossier.NieuwDossierstuk;
import nl.schoolgang.dossier.Verwerking;
import nl.schoolgang.dossier.Verwerkingslog;
import nl.schoolgang.gemeente.Conflict;
import nl.schoolgang.gemeente.GeenRecht;
import nl.schoolgang.gemeente.Medewerker;
import nl.schoolgang.gemeente.OngeldigeInvoer;
import nl.schoolgang.gemeente.Recht;
import nl.schoolgang.melding.Herregistratie;
import nl.schoolgang.melding.Melding;
import nl.schoolgang.melding.Meldingen;
import nl.schoolgang.zaak.Tijdlijn;
import nl.schoolgang.zaak.Zaak;
import nl.schoolgang.zaak.Zaken;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Undoes a withdrawal that was a mistake: the melding counts again, in a case that works on it, with terms from now on. Whether the employee
 * may see the case is tested by who calls.
 */
@Service
public class Intrekkingherstel {

    private final Zaken zaken;
    private final Meldingen meldingen;
    private final Herregistratie herregistratie;
    private final Vergrendeling vergrendeling;
    private final Zaakherstel zaakherstel;
    private final Dossiers dossiers;
    private final Tijdlijn tijdlijn;
    private final Verwerkingslog log;

    Intrekkingherstel(Zaken zaken, Meldingen meldingen, Herregistratie herregistratie, Vergrendeling vergrendeling, Zaakherstel zaakherstel,
            Dossiers dossiers, Tijdlijn tijdlijn, Verwerkingslog log) {
        this.zaken = zaken;
        this.meldingen = meldingen;
        this.herregistratie = herregistratie;
        this.vergrendeling = vergrendeling;
        this.zaakherstel = zaakherstel;
        this.dossiers = dossiers;
        this.tijdlijn = tijdlijn;
        this.log = log;
    }

    /**
     * Lets a withdrawn melding count again.
     *
     * @param tekst the reason
     * @return the case that works on it
     * @throws GeenRecht       when the employee may not put things right in this municipality
     * @throws OngeldigeInvoer when no reason was given
     * @throws Conflict        when the melding is not withdrawn or stands elsewhere by now, or the pupil died
     */
    @Transactional
    public Zaak maakOngedaan(Zaak bedoeld, UUID meldingId, String tekst, Medewerker ik) {
        if (!ik.mag(Recht.HERSTELLEN, bedoeld.gemeente())) {
            throw new GeenRecht("U mag in deze gemeente geen intrekking ongedaan maken.");
        }
        String reden = Reden.lees(tekst);
        if (!bedoeld.procedure().equals(zaakherstel.procedure())) {
            throw new Conflict("Een intrekking in deze zaak kan niet ongedaan worden gemaakt.");
        }
        vergrendeling.leerlingen(bedoeld.leerlingId());
        vergrendeling.zaken(List.of(bedoeld.leerlingId()), List.of(bedoeld.id()));
        Zaak zaak = zaken.metId(bedoeld.id());
        Melding melding = meldingen.metId(meldingId);
        if (!melding.zaakId().equals(zaak.id())) {
            throw new Conflict("Deze melding staat niet meer in deze zaak. Iemand anders verplaatste haar.");
        }
        if (!melding.isIngetrokken()) {
            throw new Conflict("Deze melding is niet ingetrokken.");
        }
        if (!herregistratie.kan(zaak)) {
            throw new Conflict("De jongere is overleden. Deze melding vraagt niets meer.");
        }
        Zaak waar = herregistratie.maakIntrekkingOngedaan(zaak, melding, ik.gebruikersnaam());
        dossiers.voegToe(new NieuwDossierstuk(waar.gemeente(), waar.leerlingId(), waar.id(), melding.id(), "intrekking-ongedaan",
                "Intrekking van melding " + melding.meldingsnummer() + " ongedaan gemaakt", Label.WPG,
                Map.of("reden", reden, "meldingsnummer", melding.meldingsnummer()), null, ik.gebruikersnaam()));
        tijdlijn.noteer(waar.id(), "intrekking-ongedaan", "De intrekking van melding " + melding.meldingsnummer() + " was een vergissing en is "
                + "ongedaan gemaakt", ik.gebruikersnaam(), melding.id());
        log.noteer(Verwerking.wijzigen(waar.gemeente(), waar.leerlingId(), waar.id(), ik.gebruikersnaam(), "intrekking ongedaan maken")
                .over("melding " + melding.id()));
        return zaken.metId(waar.id());
    }
}
