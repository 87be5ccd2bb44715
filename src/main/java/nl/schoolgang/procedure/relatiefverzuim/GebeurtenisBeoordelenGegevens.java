package nl.schoolgang.procedure.relatiefverzuim;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import nl.schoolgang.engine.AfgeschermdeGegevens;
import nl.schoolgang.engine.Zaakvariabelen;
import org.springframework.stereotype.Component;

/** What the task in the case of a measure shows of the event in the case that started it. */
@Component
class GebeurtenisBeoordelenGegevens implements AfgeschermdeGegevens {

    private final Gebeurtenisgevolgen gevolgen;
    private final Wachtbrieven wachtbrieven;

    GebeurtenisBeoordelenGegevens(Gebeurtenisgevolgen gevolgen, Wachtbrieven wachtbrieven) {
        this.gevolgen = gevolgen;
        this.wachtbrieven = wachtbrieven;
    }

    @Override
    public String proces() {
        return "gebeurtenis-beoordelen";
    }

    @Override
    public Map<String, Object> bij(String definitie, Map<String, Object> variabelen) {
        UUID zaakId = UUID.fromString((String) variabelen.get(Zaakvariabelen.ZAAK_ID.naam()));
        Map<String, Object> gegevens = new HashMap<>(wachtbrieven.voorFormulier(zaakId));
        gegevens.put("gebeurtenisTekst", Gebeurteniswoorden.van((String) variabelen.get(RelatiefVerzuimVariabelen.GEBEURTENIS.naam())));
        gegevens.put("gevolgTekst", gevolgen.voorMaatregel(zaakId));
        return gegevens;
    }
}
