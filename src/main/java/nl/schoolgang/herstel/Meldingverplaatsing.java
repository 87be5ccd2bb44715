package nl.schoolgang.herstel;

import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import nl.schoolgang.leerling.Leerling;
import nl.schoolgang.leerling.Leerlingen;
import nl.schoolgang.melding.Melding;
import nl.schoolgang.melding.Meldingen;
import nl.schoolgang.zaak.Tijdlijn;
import nl.schoolgang.zaak.Zaak;
import nl.schoolgang.zaak.Zaakstatus;
import nl.schoolgang.zaak.Zaken;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Moves a melding from the wrong pupil to the right one. In the wrong dossier nothing of it remains but that something was moved. Whether
 * the employee may see the cases is tested by who calls.
 */
@Service
public class Meldingverplaatsing {

    private final Meldingen meldingen;
    private final Leerlingen leerlingen;
    private final Zaken zaken;
    private final Vergrendeling vergrendeling;
    private final Zaakherstel zaakherstel;
    private final Dossiers dossiers;
    private final Tijdlijn tijdlijn;
    private final Verwerkingslog log;

    Meldingverplaatsing(Meldingen meldingen, Leerlingen leerlingen, Zaken zaken, Vergrendeling vergrendeling, Zaakherstel zaakherstel,
            Dossiers dossiers, Tijdlijn tijdlijn, Verwerkingslog log) {
        this.meldingen = meldingen;
        this.leerlingen = leerlingen;
        this.zaken = zaken;
        this.vergrendeling = vergrendeling;
        this.zaakherstel = zaakherstel;
        this.dossiers = dossiers;
        this.tijdlijn = tijdlijn;
        this.log = log;
    }

    /**
     * Moves a melding to the open case of the right pupil, or to a new one.
     *
     * @param correctie what becomes of an open case that is left without meldingen: true sends it to its closing, where the family is told;
     *                  false closes it without a word
     * @param tekst     the reason
     * @return the case that has the melding now
     * @throws GeenRecht       when the employee may not put things right in this municipality
     * @throws OngeldigeInvoer when no reason was given
     * @throws Conflict        when the melding may not go to this pupil, or went elsewhere meanwhile
     */
    @Transactional
    public Zaak verplaats(Zaak bedoeld, UUID meldingId, UUID juisteLeerling, boolean correctie, String tekst, Medewerker ik) {
        if (!ik.mag(Recht.HERSTELLEN, bedoeld.gemeente())) {
            throw new GeenRecht("U mag in deze gemeente geen meldingen verplaatsen.");
        }
        String reden = Reden.lees(tekst);
        Leerling juiste = leerlingen.metId(juisteLeerling);
        eis(juiste.gemeente().equals(bedoeld.gemeente()), "Deze leerling hoort bij een andere gemeente.");
        eis(!juiste.id().equals(bedoeld.leerlingId()), "De melding staat al bij deze leerling.");
        eis(bedoeld.procedure().equals(zaakherstel.procedure()), "Een melding uit deze zaak kan niet worden verplaatst.");
        vergrendeling.leerlingen(bedoeld.leerlingId(), juiste.id());
        vergrendeling.zaken(List.of(juiste.id()), List.of(bedoeld.id()));
        Zaak van = zaken.metId(bedoeld.id());
        Melding melding = meldingen.metId(meldingId);
        eis(melding.zaakId().equals(van.id()) && melding.leerlingId().equals(van.leerlingId()),
                "Deze melding staat niet meer in deze zaak. Iemand anders verplaatste haar.");
        eis(!melding.isIngetrokken(), "Deze melding is ingetrokken en kan niet worden verplaatst.");
        Optional<Zaak> lopend = zaken.openZaak(van.gemeente(), van.procedure(), juiste.id());
        Zaak naar = lopend.orElseGet(() -> zaken.open(van.gemeente(), van.procedure(), juiste.id()));
        zaakherstel.verplaats(melding, van, naar, lopend.isEmpty(), correctie, ik.gebruikersnaam());
        legVast(melding, van, naar, reden, ik);
        return zaken.metId(naar.id());
    }

    private void legVast(Melding melding, Zaak van, Zaak naar, String reden, Medewerker ik) {
        String door = ik.gebruikersnaam();
        // The wrong dossier must not tell whose melding it was, nor what it said: the reason may.
        dossiers.voegToe(new NieuwDossierstuk(van.gemeente(), van.leerlingId(), van.id(), null, "melding-verplaatst",
                "Een melding stond ten onrechte in dit dossier", Label.WPG,
                Map.of("toelichting", "De melding ging over een andere leerling en is verplaatst."), null, door));
        dossiers.voegToe(new NieuwDossierstuk(naar.gemeente(), naar.leerlingId(), naar.id(), melding.id(), "melding-verplaatst",
                "Melding " + melding.meldingsnummer() + " uit een ander dossier gekomen", Label.WPG,
                Map.of("reden", reden, "meldingsnummer", melding.meldingsnummer()), null, door));
        tijdlijn.noteer(van.id(), "melding-verplaatst", "Een melding ging over een andere leerling en is verplaatst"
                + (zaken.metId(van.id()).status() == Zaakstatus.OPEN ? "" : "; deze zaak is gesloten"), door, null);
        tijdlijn.noteer(naar.id(), "melding-verplaatst", "Melding " + melding.meldingsnummer() + " stond bij een andere leerling en is hierheen "
                + "verplaatst", door, melding.id());
        for (Zaak zaak : List.of(van, naar)) {
            log.noteer(Verwerking.wijzigen(zaak.gemeente(), zaak.leerlingId(), zaak.id(), door, "melding naar de juiste leerling verplaatsen")
                    .over("melding " + melding.id()));
        }
    }

    private static void eis(boolean goed, String anders) {
        if (!goed) {
            throw new Conflict(anders);
        }
    }
}
