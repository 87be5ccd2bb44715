package nl.schoolgang.procedure.relatiefverzuim;

import java.util.Map;
import java.util.UUID;
import nl.schoolgang.engine.Procesengine;
import nl.schoolgang.zaak.Tijdlijn;
import nl.schoolgang.zaak.Zaak;
import nl.schoolgang.zaak.Zaken;
import org.springframework.stereotype.Component;

/** Starts a measure as a case of its own, linked to the case that chose it; that case does not wait for it. */
@Component
class Maatregelstart {

    /** How the link between a case and a measure that it started is called. */
    static final String KOPPELING = "maatregel";

    private final Zaken zaken;
    private final Procesengine engine;
    private final Tijdlijn tijdlijn;

    Maatregelstart(Zaken zaken, Procesengine engine, Tijdlijn tijdlijn) {
        this.zaken = zaken;
        this.engine = engine;
        this.tijdlijn = tijdlijn;
    }

    /** @param procedure the process id of the measure */
    Zaak start(UUID zaakId, String gemeente, UUID leerlingId, String procedure) {
        Zaak maatregel = zaken.open(gemeente, procedure, leerlingId);
        zaken.koppel(zaakId, maatregel.id(), KOPPELING);
        String proces = engine.start(procedure, maatregel, Map.of());
        zaken.koppelProces(maatregel.id(), proces);
        tijdlijn.noteer(zaakId, "maatregel-gestart", "Maatregel gestart: " + engine.naam(procedure) + " (" + maatregel.zaaknummer() + ")", null, null);
        tijdlijn.noteer(maatregel.id(), "zaak-geopend", "Gestart vanuit " + zaken.metId(zaakId).zaaknummer(), null, null);
        return zaken.metId(maatregel.id());
    }
}
