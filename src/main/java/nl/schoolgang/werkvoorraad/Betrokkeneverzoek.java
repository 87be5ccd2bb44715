package nl.schoolgang.werkvoorraad;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.schoolgang.dossier.Dossiers;
import nl.schoolgang.dossier.Label;
import nl.schoolgang.dossier.NieuwDossierstuk;
import nl.schoolgang.engine.Procesengine;
import nl.schoolgang.gemeente.Medewerker;
import nl.schoolgang.leerling.Leerling;
import nl.schoolgang.leerling.Leerlingen;
import nl.schoolgang.normen.Norm;
import nl.schoolgang.zaak.Tijdlijn;
import nl.schoolgang.zaak.Zaak;
import nl.schoolgang.zaak.Zaken;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Registers that a pupil or parent asks to see the dossier or to have it corrected, and opens the case in which that is decided within a
 * month (AVG 12 lid 3). What was asked stands in the dossier; the process knows the kind and the day only.
 */
@Service
@Norm({"BUN-T04.00-04", "BUN-T04.00-05"})
class Betrokkeneverzoek {

    static final String PROCEDURE = "betrokkene-verzoek";
    static final List<String> SOORTEN = List.of("inzage", "correctie");
    static final List<String> VRAGERS = List.of("ouder", "jongere", "gemachtigde");
    private static final int LANGSTE = 10_000;

    private final Leerlingen leerlingen;
    private final Zaken zaken;
    private final Dossiers dossiers;
    private final Tijdlijn tijdlijn;
    private final Procesengine engine;
    private final Clock klok;

    Betrokkeneverzoek(Leerlingen leerlingen, Zaken zaken, Dossiers dossiers, Tijdlijn tijdlijn, Procesengine engine, Clock klok) {
        this.leerlingen = leerlingen;
        this.zaken = zaken;
        this.dossiers = dossiers;
        this.tijdlijn = tijdlijn;
        this.engine = engine;
        this.klok = klok;
    }

    /**
     * @return the case
     * @throws nl.schoolgang.gemeente.OngeldigeInvoer with every fault, per field
     */
    @Transactional
    Zaak registreer(Leerling leerling, Map<String, String> velden, Medewerker ik) {
        LocalDate vandaag = LocalDate.now(klok);
        Invoer invoer = new Invoer(velden);
        String soort = invoer.keuze("verzoekSoort", SOORTEN, true);
        String vrager = invoer.keuze("verzoekVan", VRAGERS, true);
        LocalDate ontvangen = invoer.dag("verzoekOntvangen", vandaag.minusYears(1), vandaag);
        String vraag = invoer.verplicht("vraag", LANGSTE, "Schrijf op wat er gevraagd wordt, en door wie.");
        invoer.toets();
        LocalDate begin = ontvangen == null ? vandaag : ontvangen;
        leerlingen.vergrendel(leerling.id());
        Zaak zaak = zaken.open(leerling.gemeente(), PROCEDURE, leerling.id());
        Map<String, Object> inhoud = new LinkedHashMap<>();
        inhoud.put("verzoekSoort", soort);
        inhoud.put("verzoekVan", vrager);
        inhoud.put("verzoekOntvangen", begin.toString());
        inhoud.put("vraag", vraag);
        dossiers.voegToe(new NieuwDossierstuk(leerling.gemeente(), leerling.id(), zaak.id(), null, "verzoek-betrokkene", "Verzoek om " + soort,
                Label.AVG, inhoud, null, ik.gebruikersnaam()));
        tijdlijn.noteer(zaak.id(), "verzoek-ontvangen", "Verzoek om " + soort + " ontvangen.", ik.gebruikersnaam(), null);
        zaken.koppelProces(zaak.id(), engine.start(PROCEDURE, zaak, Map.of("verzoekSoort", soort, "verzoekOntvangen", begin.toString())));
        return zaak;
    }
}
