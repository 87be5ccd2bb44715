package nl.schoolgang.werkvoorraad;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import nl.schoolgang.dossier.Dossiers;
import nl.schoolgang.dossier.Dossierstuk;
import nl.schoolgang.engine.Procesengine;
import nl.schoolgang.gemeente.Conflict;
import nl.schoolgang.gemeente.Medewerker;
import nl.schoolgang.leerling.Leerlingen;
import nl.schoolgang.normen.Norm;
import nl.schoolgang.zaak.Tijdlijn;
import nl.schoolgang.zaak.Zaak;
import nl.schoolgang.zaak.Zaken;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Parents or the youth ask for a copy of the report after the conversation, also of a case that is closed (BUN art. 6 lid 3). */
@Service
@Norm("BUN-06.03-03")
class Verslagverzoek {

    private static final String PROCES = "verslag-op-verzoek";
    private static final String TAAK = "verslag-verstrekken";
    private static final String VERSLAG = "gespreksverslag";

    private final Dossiers dossiers;
    private final Werkvoorraad werkvoorraad;
    private final Leerlingen leerlingen;
    private final Zaken zaken;
    private final Procesengine engine;
    private final Tijdlijn tijdlijn;

    Verslagverzoek(Dossiers dossiers, Werkvoorraad werkvoorraad, Leerlingen leerlingen, Zaken zaken, Procesengine engine, Tijdlijn tijdlijn) {
        this.dossiers = dossiers;
        this.werkvoorraad = werkvoorraad;
        this.leerlingen = leerlingen;
        this.zaken = zaken;
        this.engine = engine;
        this.tijdlijn = tijdlijn;
    }

    /** Whether there is a report to give, and nobody is to give it already. */
    boolean kan(Zaak zaak) {
        return heeftVerslag(zaak.id()) && werkvoorraad.vanZaak(zaak.id()).stream().noneMatch(t -> t.definitie().equals(TAAK));
    }

    /**
     * Asks the officer to give the report. The caller has tested the right.
     *
     * @throws Conflict when there is no report, or somebody is to give it already
     */
    @Transactional
    void vraag(Zaak zaak, Medewerker ik) {
        leerlingen.vergrendel(zaak.leerlingId());
        zaken.vergrendel(zaak.id());
        if (!kan(zaak)) {
            throw new Conflict("Er is geen verslag van een gesprek in deze zaak, of het wordt al verstrekt.");
        }
        tijdlijn.noteer(zaak.id(), "verslag-gevraagd", "Ouders of jongere vragen om het verslag van het gesprek.", ik.gebruikersnaam(), null);
        engine.start(PROCES, zaak, Map.of());
    }

    private boolean heeftVerslag(UUID zaakId) {
        return Stream.of("gesprek-voeren", "huisbezoek-afleggen").map(taak -> dossiers.laatste(zaakId, null, taak)).flatMap(Optional::stream)
                .anyMatch(Verslagverzoek::metVerslag);
    }

    private static boolean metVerslag(Dossierstuk stuk) {
        return stuk.inhoud().get("antwoorden") instanceof Collection<?> regels
                && regels.stream().anyMatch(r -> r instanceof Map<?, ?> regel && VERSLAG.equals(regel.get("sleutel")));
    }
}
