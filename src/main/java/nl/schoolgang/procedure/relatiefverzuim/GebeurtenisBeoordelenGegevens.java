package nl.schoolgang.procedure.relatiefverzuim;

import java.util.Map;
import java.util.UUID;
import nl.schoolgang.engine.AfgeschermdeGegevens;
import nl.schoolgang.engine.Zaakvariabelen;
import org.springframework.stereotype.Component;

/** What the task in the case of a measure shows of the event in the case that started it. */
@Component
class GebeurtenisBeoordelenGegevens implements AfgeschermdeGegevens {

    private final Gebeurtenisgevolgen gevolgen;

    GebeurtenisBeoordelenGegevens(Gebeurtenisgevolgen gevolgen) {
        this.gevolgen = gevolgen;
    }

    @Override
    public String proces() {
        return "gebeurtenis-beoordelen";
    }

    @Override
    public Map<String, Object> bij(String definitie, Map<String, Object> variabelen) {
        return Map.of("gebeurtenisTekst", Gebeurteniswoorden.van((String) variabelen.get(RelatiefVerzuimVariabelen.GEBEURTENIS.naam())),
                "gevolgTekst", gevolgen.voorMaatregel(UUID.fromString((String) variabelen.get(Zaakvariabelen.ZAAK_ID.naam()))));
    }
}
