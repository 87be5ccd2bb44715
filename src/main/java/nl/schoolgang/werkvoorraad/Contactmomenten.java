package nl.schoolgang.werkvoorraad;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.schoolgang.dossier.Dossiers;
import nl.schoolgang.dossier.NieuwDossierstuk;
import nl.schoolgang.gemeente.Fout;
import nl.schoolgang.gemeente.Medewerker;
import nl.schoolgang.gemeente.OngeldigeInvoer;
import nl.schoolgang.kalender.Tijdzone;
import nl.schoolgang.zaak.Tijdlijn;
import nl.schoolgang.zaak.Zaak;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Records contact that no task asked for: what was said goes into the dossier, that there was contact onto the time line. */
@Service
class Contactmomenten {

    static final List<String> WIJZEN = List.of("telefoon", "gesprek", "huisbezoek", "brief", "e-mail");
    static final List<String> MET = List.of("ouder", "leerling", "school", "hulpverlening", "anders");
    private static final int LANGSTE = Formuliervalidatie.LANGSTE_TEKST;

    private final Dossiers dossiers;
    private final Tijdlijn tijdlijn;
    private final Clock klok;

    Contactmomenten(Dossiers dossiers, Tijdlijn tijdlijn, Clock klok) {
        this.dossiers = dossiers;
        this.tijdlijn = tijdlijn;
        this.klok = klok;
    }

    /** @throws OngeldigeInvoer with every fault, per field */
    @Transactional
    void legVast(Zaak zaak, Map<String, String> velden, Medewerker ik) {
        List<Fout> fouten = new ArrayList<>();
        String met = keuze(velden, "met", MET, fouten);
        String wijze = keuze(velden, "wijze", WIJZEN, fouten);
        Instant wanneer = wanneer(velden.getOrDefault("wanneer", ""), fouten);
        String verslag = velden.getOrDefault("verslag", "").replace("\r\n", "\n").replace("\0", "").strip();
        if (verslag.isEmpty()) {
            fouten.add(new Fout("verslag", "Schrijf kort op wat er is besproken."));
        } else if (verslag.length() > LANGSTE) {
            fouten.add(new Fout("verslag", "Gebruik hoogstens " + LANGSTE + " tekens."));
        }
        if (!fouten.isEmpty()) {
            throw new OngeldigeInvoer(fouten);
        }
        Map<String, Object> inhoud = new LinkedHashMap<>();
        inhoud.put("antwoorden", List.of(regel("met", "Contact met", met), regel("wijze", "Hoe", wijze), regel("verslag", "Verslag", verslag)));
        dossiers.voegToe(new NieuwDossierstuk(zaak.gemeente(), zaak.leerlingId(), zaak.id(), null, "contactmoment", "Contactmoment: " + met,
                Privacylabel.van(zaak.procedure()), inhoud, wanneer, ik.gebruikersnaam()));
        tijdlijn.noteer(zaak.id(), "contactmoment", "Contact met " + met + " (" + wijze + ").", ik.gebruikersnaam(), null);
    }

    private Instant wanneer(String getypt, List<Fout> fouten) {
        if (getypt.isBlank()) {
            return null;
        }
        try {
            Instant moment = LocalDateTime.parse(getypt).atZone(Tijdzone.AMSTERDAM).toInstant();
            if (moment.isAfter(klok.instant())) {
                fouten.add(new Fout("wanneer", "Dit ligt in de toekomst. Leg het contact vast als het is geweest."));
            } else if (moment.isBefore(Instant.parse("1990-01-01T00:00:00Z"))) {
                fouten.add(new Fout("wanneer", "Dit is te lang geleden. Kijk het jaar na."));
            }
            return moment;
        } catch (DateTimeException e) {
            fouten.add(new Fout("wanneer", "Vul een datum en tijd in, bijvoorbeeld 2026-03-31T14:30."));
            return null;
        }
    }

    private static String keuze(Map<String, String> velden, String veld, List<String> opties, List<Fout> fouten) {
        String keuze = velden.getOrDefault(veld, "");
        if (!opties.contains(keuze)) {
            fouten.add(new Fout(veld, "Maak een keuze."));
        }
        return keuze;
    }

    private static Map<String, String> regel(String sleutel, String label, String waarde) {
        Map<String, String> regel = new LinkedHashMap<>();
        regel.put("sleutel", sleutel);
        regel.put("label", label);
        regel.put("waarde", waarde);
        regel.put("tekst", waarde);
        return regel;
    }
}
