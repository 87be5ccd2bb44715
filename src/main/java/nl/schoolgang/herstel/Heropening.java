package nl.schoolgang.herstel;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.schoolgang.dossier.Dossiers;
import nl.schoolgang.dossier.Label;
import nl.schoolgang.dossier.NieuwDossierstuk;
import nl.schoolgang.dossier.Verwerking;
import nl.schoolgang.dossier.Verwerkingslog;
import nl.schoolgang.gemeente.Conflict;
import nl.schoolgang.gemeente.Fout;
import nl.schoolgang.gemeente.GeenRecht;
import nl.schoolgang.gemeente.Medewerker;
import nl.schoolgang.gemeente.OngeldigeInvoer;
import nl.schoolgang.gemeente.Recht;
import nl.schoolgang.melding.Meldingen;
import nl.schoolgang.zaak.Tijdlijn;
import nl.schoolgang.zaak.Zaak;
import nl.schoolgang.zaak.Zaakstatus;
import nl.schoolgang.zaak.Zaken;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Opens a case again that was closed by mistake, under its own number. Whether the employee may see the case is tested by who calls. */
@Service
public class Heropening {

    private final Zaken zaken;
    private final Meldingen meldingen;
    private final Vergrendeling vergrendeling;
    private final Zaakherstel zaakherstel;
    private final Dossiers dossiers;
    private final Tijdlijn tijdlijn;
    private final Verwerkingslog log;
    private final Clock klok;

    Heropening(Zaken zaken, Meldingen meldingen, Vergrendeling vergrendeling, Zaakherstel zaakherstel, Dossiers dossiers, Tijdlijn tijdlijn,
            Verwerkingslog log, Clock klok) {
        this.zaken = zaken;
        this.meldingen = meldingen;
        this.vergrendeling = vergrendeling;
        this.zaakherstel = zaakherstel;
        this.dossiers = dossiers;
        this.tijdlijn = tijdlijn;
        this.log = log;
        this.klok = klok;
    }

    /** Whether this is a closed case that could be opened again, as far as it and its meldingen tell: something in it must still count. */
    public boolean isMogelijk(Zaak zaak) {
        return zaak.procedure().equals(zaakherstel.procedure()) && zaak.status() != Zaakstatus.OPEN && !Zaken.SAMENGEVOEGD.equals(zaak.uitkomst())
                && meldingen.vanZaak(zaak.id()).stream().anyMatch(m -> !m.isIngetrokken());
    }

    /**
     * Opens the case again.
     *
     * @param velden {@code punt} (code of a {@link Hervatpunt}), {@code afspraakDatum} (ISO, for agreements) and {@code reden}
     * @throws GeenRecht       when the employee may not put things right in this municipality
     * @throws OngeldigeInvoer with every fault, per field
     * @throws Conflict        when the case is open, was joined with another, has no melding that counts, or the pupil has an open case already
     */
    @Transactional
    public void heropen(Zaak bedoeld, Map<String, String> velden, Medewerker ik) {
        if (!ik.mag(Recht.HERSTELLEN, bedoeld.gemeente())) {
            throw new GeenRecht("U mag in deze gemeente geen zaken heropenen.");
        }
        vergrendeling.leerlingen(bedoeld.leerlingId());
        vergrendeling.zaken(List.of(bedoeld.leerlingId()), List.of(bedoeld.id()));
        Zaak zaak = zaken.metId(bedoeld.id());
        eisMogelijk(zaak);
        Keuze keuze = lees(velden);
        zaken.heropen(zaak.id(), ik.gebruikersnaam());
        legVast(zaak, keuze, ik);
        zaakherstel.hervat(zaken.metId(zaak.id()), keuze.punt(), keuze.afspraak(), ik.gebruikersnaam());
    }

    private void eisMogelijk(Zaak zaak) {
        if (zaak.status() == Zaakstatus.OPEN) {
            throw new Conflict("Deze zaak is al open.");
        }
        zaken.voortgezetIn(zaak.id()).ifPresent(ander -> {
            throw new Conflict("Deze zaak is samengevoegd met " + ander.zaaknummer() + ". Het werk gaat daar verder.");
        });
        zaken.openZaak(zaak.gemeente(), zaak.procedure(), zaak.leerlingId()).ifPresent(ander -> {
            throw new Conflict("Deze leerling heeft een nieuwere open zaak: " + ander.zaaknummer() + ". Werk daarin verder.");
        });
        if (!isMogelijk(zaak)) {
            throw new Conflict("Deze zaak heeft geen meldingen meer die tellen. Was een intrekking een vergissing? Maak die dan ongedaan: dan gaat "
                    + "de zaak weer open.");
        }
    }

    private record Keuze(Hervatpunt punt, LocalDate afspraak, String reden) {
    }

    private Keuze lees(Map<String, String> velden) {
        List<Fout> fouten = new ArrayList<>();
        Hervatpunt punt = Hervatpunt.vanCode(velden.get("punt")).orElse(null);
        if (punt == null) {
            fouten.add(new Fout("punt", "Kies waar de zaak verdergaat."));
        }
        LocalDate afspraak = null;
        if (punt == Hervatpunt.AFSPRAKEN) {
            afspraak = dag(velden.get("afspraakDatum"));
            if (afspraak == null || afspraak.isBefore(LocalDate.now(klok)) || afspraak.isAfter(LocalDate.now(klok).plusYears(1))) {
                fouten.add(new Fout("afspraakDatum", "Vul de datum in tot wanneer u de afspraken volgt, vandaag of later en binnen een jaar."));
            }
        }
        String reden = null;
        try {
            reden = Reden.lees(velden.get(Reden.VELD));
        } catch (OngeldigeInvoer e) {
            fouten.addAll(e.fouten());
        }
        if (!fouten.isEmpty()) {
            throw new OngeldigeInvoer(fouten);
        }
        return new Keuze(punt, afspraak, reden);
    }

    private static LocalDate dag(String tekst) {
        return tekst != null && tekst.matches("\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])") && bestaat(tekst) ? LocalDate.parse(tekst) : null;
    }

    private static boolean bestaat(String iso) {
        int jaar = Integer.parseInt(iso.substring(0, 4));
        return YearMonth.of(jaar, Integer.parseInt(iso.substring(5, 7))).isValidDay(Integer.parseInt(iso.substring(8)));
    }

    private void legVast(Zaak zaak, Keuze keuze, Medewerker ik) {
        Map<String, Object> inhoud = new LinkedHashMap<>();
        inhoud.put("reden", keuze.reden());
        inhoud.put("punt", keuze.punt().code());
        inhoud.put("eerdereUitkomst", zaak.uitkomst());
        dossiers.voegToe(new NieuwDossierstuk(zaak.gemeente(), zaak.leerlingId(), zaak.id(), null, "zaak-heropend", "Zaak heropend", Label.WPG,
                inhoud, null, ik.gebruikersnaam()));
        tijdlijn.noteer(zaak.id(), "zaak-heropend", "Zaak heropend; zij was gesloten met uitkomst " + zaak.uitkomst(), ik.gebruikersnaam(), null);
        log.noteer(Verwerking.wijzigen(zaak.gemeente(), zaak.leerlingId(), zaak.id(), ik.gebruikersnaam(), "zaak heropenen"));
    }
}
