package nl.schoolgang.werkvoorraad;

import java.util.List;
import nl.schoolgang.bericht.Berichten;
import nl.schoolgang.dossier.Dossiers;
import nl.schoolgang.gemeente.Medewerker;
import nl.schoolgang.gemeente.NietGevonden;
import nl.schoolgang.gemeente.Recht;
import nl.schoolgang.leerling.Leerlingen;
import nl.schoolgang.leerling.Scholen;
import nl.schoolgang.melding.Meldingen;
import nl.schoolgang.termijn.Termijnen;
import nl.schoolgang.werkvoorraad.Zaakbeeld.Meldingsbeeld;
import nl.schoolgang.werkvoorraad.Zaakbeeld.Taakregel;
import nl.schoolgang.zaak.Gebeurtenis;
import nl.schoolgang.zaak.Tijdlijn;
import nl.schoolgang.zaak.Zaak;
import nl.schoolgang.zaak.Zaken;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads a case for an employee, with what belongs to it. */
@Service
class Zaakinzage {

    private final Zaakzicht zicht;
    private final Zaken zaken;
    private final Leerlingen leerlingen;
    private final Scholen scholen;
    private final Meldingen meldingen;
    private final Termijnen termijnen;
    private final Werkvoorraad werkvoorraad;
    private final Tijdlijn tijdlijn;
    private final Dossiers dossiers;
    private final Berichten berichten;
    private final Brieftoegang brieven;
    private final Afscherming afscherming;

    Zaakinzage(Zaakzicht zicht, Zaken zaken, Leerlingen leerlingen, Scholen scholen, Meldingen meldingen, Termijnen termijnen,
            Werkvoorraad werkvoorraad, Tijdlijn tijdlijn, Dossiers dossiers, Berichten berichten, Brieftoegang brieven,
            Afscherming afscherming) {
        this.zicht = zicht;
        this.zaken = zaken;
        this.leerlingen = leerlingen;
        this.scholen = scholen;
        this.meldingen = meldingen;
        this.termijnen = termijnen;
        this.werkvoorraad = werkvoorraad;
        this.tijdlijn = tijdlijn;
        this.dossiers = dossiers;
        this.berichten = berichten;
        this.brieven = brieven;
        this.afscherming = afscherming;
    }

    /**
     * The case with this number, with all that belongs to it.
     *
     * @throws NietGevonden when there is none, or the employee may not see it
     */
    @Transactional(readOnly = true)
    Zaakbeeld open(String zaaknummer, Medewerker ik) {
        Zaak zaak = zichtbaar(zaaknummer, ik);
        List<Zaak> alleGekoppeld = zaken.gekoppeld(zaak.id());
        List<Zaak> gekoppeld = zicht.zichtbaar(alleGekoppeld, ik);
        List<Meldingsbeeld> gemeld = meldingen.vanZaak(zaak.id()).stream()
                .map(m -> new Meldingsbeeld(m, m.schoolId() == null ? null : scholen.metId(m.schoolId()))).toList();
        return new Zaakbeeld(zaak, afscherming.leerling(leerlingen.metId(zaak.leerlingId()), ik),
                ik.mag(Recht.LEERLING_ZIEN, zaak.gemeente()) ? afscherming.ouders(zaak.leerlingId(), ik) : List.of(), gemeld,
                termijnen.vanZaak(zaak.id()), werkvoorraad.vanZaak(zaak.id()).stream().map(t -> Taakregel.van(t, ik)).toList(),
                tijdlijn(zaak, alleGekoppeld, gekoppeld), dossiers.vanZaak(zaak.id(), ik), berichten.vanZaak(zaak.id()),
                gekoppeld, Brieftoegang.magLezen(ik, zaak.gemeente()) ? brieven.vanZaak(zaak, ik) : List.of());
    }

    Zaak zichtbaar(String zaaknummer, Medewerker ik) {
        return zicht.open(zaaknummer, ik);
    }

    /** Without the lines that would tell that there is a linked case which the employee may not see. */
    private List<Gebeurtenis> tijdlijn(Zaak zaak, List<Zaak> gekoppeld, List<Zaak> zichtbaar) {
        List<String> verborgen = gekoppeld.stream().filter(z -> !zichtbaar.contains(z)).map(Zaak::zaaknummer).toList();
        return tijdlijn.van(zaak.id()).stream().filter(g -> verborgen.stream().noneMatch(g.omschrijving()::contains)).toList();
    }
}
