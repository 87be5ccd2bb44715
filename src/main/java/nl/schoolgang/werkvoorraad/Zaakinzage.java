package nl.schoolgang.werkvoorraad;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import nl.schoolgang.bericht.Berichten;
import nl.schoolgang.dossier.Dossiers;
import nl.schoolgang.dossier.Label;
import nl.schoolgang.gemeente.Medewerker;
import nl.schoolgang.gemeente.Medewerkers;
import nl.schoolgang.gemeente.NietGevonden;
import nl.schoolgang.gemeente.Recht;
import nl.schoolgang.gemeente.Rol;
import nl.schoolgang.leerling.Leerlingen;
import nl.schoolgang.leerling.Scholen;
import nl.schoolgang.melding.Meldingen;
import nl.schoolgang.termijn.Termijnen;
import nl.schoolgang.werkvoorraad.Zaakbeeld.Meldingsbeeld;
import nl.schoolgang.werkvoorraad.Zaakbeeld.Taakregel;
import nl.schoolgang.zaak.Tijdlijn;
import nl.schoolgang.zaak.Zaak;
import nl.schoolgang.zaak.Zaken;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads a case for an employee, with what belongs to it. */
@Service
class Zaakinzage {

    private final Zaken zaken;
    private final Leerlingen leerlingen;
    private final Scholen scholen;
    private final Meldingen meldingen;
    private final Termijnen termijnen;
    private final Werkvoorraad werkvoorraad;
    private final Tijdlijn tijdlijn;
    private final Dossiers dossiers;
    private final Berichten berichten;
    private final Medewerkers medewerkers;
    private final Clock klok;

    Zaakinzage(Zaken zaken, Leerlingen leerlingen, Scholen scholen, Meldingen meldingen, Termijnen termijnen, Werkvoorraad werkvoorraad,
            Tijdlijn tijdlijn, Dossiers dossiers, Berichten berichten, Medewerkers medewerkers, Clock klok) {
        this.zaken = zaken;
        this.leerlingen = leerlingen;
        this.scholen = scholen;
        this.meldingen = meldingen;
        this.termijnen = termijnen;
        this.werkvoorraad = werkvoorraad;
        this.tijdlijn = tijdlijn;
        this.dossiers = dossiers;
        this.berichten = berichten;
        this.medewerkers = medewerkers;
        this.klok = klok;
    }

    /**
     * The case with this number, with all that belongs to it.
     *
     * @throws NietGevonden when there is none, or the employee may not see it
     */
    @Transactional(readOnly = true)
    Zaakbeeld open(String zaaknummer, Medewerker ik) {
        Zaak zaak = zichtbaar(zaaknummer, ik);
        boolean inhoud = magInhoudZien(ik, zaak);
        List<Meldingsbeeld> gemeld = meldingen.vanZaak(zaak.id()).stream()
                .map(m -> new Meldingsbeeld(m, m.schoolId() == null ? null : scholen.metId(m.schoolId()))).toList();
        return new Zaakbeeld(zaak, leerlingen.metId(zaak.leerlingId()),
                ik.mag(Recht.LEERLING_ZIEN, zaak.gemeente()) ? leerlingen.ouders(zaak.leerlingId()) : List.of(), gemeld,
                termijnen.vanZaak(zaak.id()), werkvoorraad.vanZaak(zaak.id()).stream().map(t -> Taakregel.van(t, ik)).toList(),
                tijdlijn.van(zaak.id()), dossiers.vanZaak(zaak.id(), ik), berichten.vanZaak(zaak.id()),
                zaken.gekoppeld(zaak.id()).stream().filter(z -> ik.mag(Recht.ZAAK_ZIEN, z.gemeente())).toList(), inhoud);
    }

    Zaak zichtbaar(String zaaknummer, Medewerker ik) {
        return zaken.metNummer(zaaknummer).filter(z -> ik.mag(Recht.ZAAK_ZIEN, z.gemeente()))
                .orElseThrow(() -> new NietGevonden("Deze zaak bestaat niet."));
    }

    private boolean magInhoudZien(Medewerker ik, Zaak zaak) {
        Label label = Privacylabel.van(zaak.procedure());
        boolean boa = ik.heeft(Rol.BOA, zaak.gemeente());
        return switch (label) {
            case AVG -> true;
            case STRAFRECHT -> boa;
            case WPG -> boa || medewerkers.heeftWpgAutorisatie(ik.gebruikersnaam(), zaak.gemeente(), LocalDate.now(klok));
        };
    }
}
