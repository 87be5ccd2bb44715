package nl.schoolgang.procedure.relatiefverzuim;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.schoolgang.engine.AfgeschermdeGegevens;
import nl.schoolgang.engine.Zaakvariabelen;
import nl.schoolgang.melding.Melding;
import nl.schoolgang.melding.Meldingen;
import nl.schoolgang.melding.Zaakgebeurtenissen;
import nl.schoolgang.modellen.RelatiefVerzuimModel;
import nl.schoolgang.zaak.Gebeurtenis;
import nl.schoolgang.zaak.Tijdlijn;
import nl.schoolgang.zaak.Zaak;
import nl.schoolgang.zaak.Zaken;
import org.springframework.stereotype.Component;

/** What the forms of relatief verzuim show or weigh that does not stand in the engine: measures, where the pupil moved to, what became of the meldingen. */
@Component
class RelatiefVerzuimGegevens implements AfgeschermdeGegevens {

    private static final String MAATREGEL_ZAAK = "maatregelZaakId";
    private static final String MAATREGELEN = "maatregelen";

    private final Maatregelkeuze keuze;
    private final Gebeurtenisgevolgen gevolgen;
    private final Zaakgebeurtenissen gebeurtenissen;
    private final Zaken zaken;
    private final Wachtbrieven wachtbrieven;
    private final Meldingen meldingen;
    private final Tijdlijn tijdlijn;
    private final Meldingsafloop afloop;

    RelatiefVerzuimGegevens(Maatregelkeuze keuze, Gebeurtenisgevolgen gevolgen, Zaakgebeurtenissen gebeurtenissen, Zaken zaken,
            Wachtbrieven wachtbrieven, Meldingen meldingen, Tijdlijn tijdlijn, Meldingsafloop afloop) {
        this.keuze = keuze;
        this.gevolgen = gevolgen;
        this.gebeurtenissen = gebeurtenissen;
        this.zaken = zaken;
        this.wachtbrieven = wachtbrieven;
        this.meldingen = meldingen;
        this.tijdlijn = tijdlijn;
        this.afloop = afloop;
    }

    @Override
    public String proces() {
        return RelatiefVerzuimVariabelen.PROCES;
    }

    @Override
    public Map<String, Object> bij(String definitie, Map<String, Object> variabelen) {
        return switch (definitie) {
            case RelatiefVerzuimModel.VERVOLG_KIEZEN -> keuze.advies(zaakId(variabelen));
            case RelatiefVerzuimModel.UITKOMST_MAATREGEL_BEOORDELEN -> uitkomst(variabelen);
            case RelatiefVerzuimModel.GEBEURTENIS_AFHANDELEN -> gebeurtenis(variabelen);
            case RelatiefVerzuimModel.AFHANDELEN -> afhandeling(zaakId(variabelen));
            default -> Map.of();
        };
    }

    @Override
    public Set<String> velden(String definitie) {
        return definitie.equals(RelatiefVerzuimModel.VERVOLG_KIEZEN) ? Set.of(MAATREGELEN) : Set.of();
    }

    @Override
    public void ontvang(String definitie, Map<String, Object> variabelen, Map<String, Object> antwoorden) {
        keuze.kies(zaakId(variabelen), (String) antwoorden.get(MAATREGELEN));
    }

    /** Only these two spare the messages about the closing; so they must be true of the meldingen. */
    private Map<String, Object> afhandeling(UUID zaakId) {
        return Map.of("alleMeldingenIngetrokken", afloop.allesIngetrokken(zaakId), "alleenGeregistreerd", afloop.alleenGeregistreerd(zaakId));
    }

    private Map<String, Object> uitkomst(Map<String, Object> variabelen) {
        Zaak maatregel = zaken.metId(UUID.fromString((String) variabelen.get(MAATREGEL_ZAAK)));
        return Map.of("maatregelProcedure", maatregel.procedure(), "maatregelUitkomst", maatregel.uitkomst() == null ? "" : maatregel.uitkomst());
    }

    private Map<String, Object> gebeurtenis(Map<String, Object> variabelen) {
        UUID zaakId = zaakId(variabelen);
        Map<String, Object> gegevens = new HashMap<>(Map.of(
                "gebeurtenisTekst", Gebeurteniswoorden.van((String) variabelen.get(RelatiefVerzuimVariabelen.GEBEURTENIS.naam())),
                "gebeurtenisGevolgen", gevolgen.leesbaar(zaakId)));
        gegevens.putAll(wachtbrieven.voorFormulier(zaakId));
        String later = laterBinnen(zaakId);
        if (!later.isEmpty()) {
            gegevens.put("lateMeldingen", later);
        }
        gebeurtenissen.nieuweGemeente(zaakId).ifPresent(g -> gegevens.put("gebeurtenisNieuweGemeente", g));
        return gegevens;
    }

    /** The numbers of the meldingen that came in while the event was being dealt with; empty when there are none. */
    private String laterBinnen(UUID zaakId) {
        Set<UUID> later = tijdlijn.van(zaakId).stream().filter(g -> g.soort().equals(LateMeldingVerwerken.SOORT)).map(Gebeurtenis::meldingId)
                .collect(Collectors.toSet());
        return meldingen.vanZaak(zaakId).stream().filter(m -> later.contains(m.id())).map(Melding::meldingsnummer).collect(Collectors.joining(", "));
    }

    private static UUID zaakId(Map<String, Object> variabelen) {
        return UUID.fromString((String) variabelen.get(Zaakvariabelen.ZAAK_ID.naam()));
    }
}
