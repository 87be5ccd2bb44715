package nl.schoolgang.procedure.maatregel;

import static nl.schoolgang.engine.Zaakvariabelen.ZAAK_ID;

import java.util.Map;
import nl.schoolgang.dossier.Dossiers;
import nl.schoolgang.dossier.Label;
import nl.schoolgang.dossier.NieuwDossierstuk;
import nl.schoolgang.engine.Procesengine;
import nl.schoolgang.engine.Variabele;
import nl.schoolgang.zaak.Tijdlijn;
import nl.schoolgang.zaak.Zaak;
import nl.schoolgang.zaak.Zaakstatus;
import nl.schoolgang.zaak.Zaken;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Tells the outcome of a measure to every case that started it: on its time line, and as a task. When the case is closed by
 * then, the outcome also goes into the dossier, since the case itself can no longer hold it.
 */
@Component("uitkomstTerugkoppelen")
class UitkomstTerugkoppelen implements JavaDelegate {

    private static final Variabele<String> UITKOMST = Variabele.tekst("uitkomst");

    private static final String AFGEROND = "maatregel-afgerond";
    /** The link between a case and a measure that it started. */
    private static final String MAATREGEL = "maatregel";
    private static final String NAGEKOMEN_WIJZIGING = "nagekomen-wijziging";

    private final Zaken zaken;
    private final Procesengine engine;
    private final Tijdlijn tijdlijn;
    private final Dossiers dossiers;

    UitkomstTerugkoppelen(Zaken zaken, Procesengine engine, Tijdlijn tijdlijn, Dossiers dossiers) {
        this.zaken = zaken;
        this.engine = engine;
        this.tijdlijn = tijdlijn;
        this.dossiers = dossiers;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Zaak maatregel = zaken.metId(ZAAK_ID.van(execution));
        String uitkomst = UITKOMST.van(execution);
        zaken.gestartDoor(maatregel.id(), MAATREGEL).forEach(zaak -> {
            tijdlijn.noteer(zaak.id(), "maatregel-afgerond",
                    "Maatregel " + engine.naam(maatregel.procedure()) + " (" + maatregel.zaaknummer() + ") afgerond: " + uitkomst.replace('-', ' '), null, null);
            // A case that an event from outside is ending no longer waits for it.
            if (zaak.status() == Zaakstatus.OPEN && engine.wachtOp(AFGEROND, zaak.procesInstantieId())) {
                engine.bericht(AFGEROND, zaak.procesInstantieId(), Map.of("maatregelZaakId", maatregel.id().toString()));
            } else {
                meldNagekomenUitkomst(zaak, maatregel, uitkomst);
            }
        });
    }

    private void meldNagekomenUitkomst(Zaak zaak, Zaak maatregel, String uitkomst) {
        // Only a case of suspected absence starts measures, so this falls under its label.
        dossiers.voegToe(new NieuwDossierstuk(zaak.gemeente(), zaak.leerlingId(), zaak.id(), null, "maatregel-afgerond",
                "Maatregel afgerond na het sluiten van de zaak", Label.WPG,
                Map.of("maatregel", maatregel.procedure(), "zaaknummer", maatregel.zaaknummer(), "uitkomst", uitkomst), null, null));
        engine.start(NAGEKOMEN_WIJZIGING, zaak, Map.of());
    }
}
