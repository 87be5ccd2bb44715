package nl.schoolgang.procedure.relatiefverzuim;

import static nl.schoolgang.engine.Zaakvariabelen.MELDING_ID;
import static nl.schoolgang.engine.Zaakvariabelen.ZAAK_ID;
import static nl.schoolgang.procedure.relatiefverzuim.RelatiefVerzuimVariabelen.MELDINGEN_OPEN;
import static nl.schoolgang.procedure.relatiefverzuim.RelatiefVerzuimVariabelen.OPEN_UITKOMSTEN;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import nl.schoolgang.brief.Briefaanhouding;
import nl.schoolgang.engine.Procesengine;
import nl.schoolgang.melding.Melding;
import nl.schoolgang.melding.Meldingen;
import nl.schoolgang.melding.Zaakgebeurtenissen;
import nl.schoolgang.modellen.RelatiefVerzuimModel;
import nl.schoolgang.zaak.Zaak;
import nl.schoolgang.zaak.Zaakstatus;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** What the meldingen and the measures of a case together mean for the case itself; told to the main line of the process, if it waits for it. */
@Component
class Meldingsafloop {

    static final String ONGEOORLOOFD = "ongeoorloofd";
    /** Nobody was reached: no judgement of the absence, which is still to be cleared up in a conversation. */
    static final String GEEN_CONTACT = "geen-contact";
    private static final String GEREGISTREERD = "geregistreerd";
    private static final String BERICHT_ONGEOORLOOFD = RelatiefVerzuimModel.BERICHT_ONGEOORLOOFD_VERZUIM;
    private static final String BERICHT_GEEN_VERVOLG = RelatiefVerzuimModel.BERICHT_GEEN_VERVOLG_NODIG;
    private static final String BERICHT_ALLES_INGETROKKEN = RelatiefVerzuimModel.BERICHT_ALLE_MELDINGEN_INGETROKKEN;

    private final Meldingen meldingen;
    private final Procesengine engine;
    private final Zaakgebeurtenissen gebeurtenissen;
    private final Gebeurtenisgevolgen gevolgen;
    private final Briefaanhouding brieven;
    private final Clock klok;

    Meldingsafloop(Meldingen meldingen, Procesengine engine, Zaakgebeurtenissen gebeurtenissen, Gebeurtenisgevolgen gevolgen,
            Briefaanhouding brieven, Clock klok) {
        this.meldingen = meldingen;
        this.engine = engine;
        this.gebeurtenissen = gebeurtenissen;
        this.gevolgen = gevolgen;
        this.brieven = brieven;
        this.klok = klok;
    }

    /** Whether a melding that was concluded so asks for the conversation with parents and youth. */
    static boolean vraagtGesprek(String oordeel) {
        return ONGEOORLOOFD.equals(oordeel) || GEEN_CONTACT.equals(oordeel);
    }

    /**
     * One melding was judged unauthorised, or nobody was reached about it: the case goes on to the conversation, also when it was about to be closed. When
     * its main line is past the wait already, it deals with this absence too.
     *
     * @throws IllegalStateException when nothing in the case would deal with it
     */
    void ongeoorloofd(DelegateExecution execution) {
        String proces = execution.getProcessInstanceId();
        if (!engine.berichtIndienVerwacht(BERICHT_ONGEOORLOOFD, proces, null, null) && !wordtAangepakt(execution)) {
            throw new IllegalStateException("In zaak " + execution.getProcessBusinessKey() + " pakt niets het ongeoorloofde verzuim op");
        }
    }

    /** Only the sub-process that deals with the absence waits for the message that every melding was withdrawn. */
    private static boolean wordtAangepakt(DelegateExecution execution) {
        return execution.getProcessEngineServices().getRuntimeService().createEventSubscriptionQuery().eventType("message")
                .eventName(BERICHT_ALLES_INGETROKKEN).processInstanceId(execution.getProcessInstanceId()).count() > 0;
    }

    /**
     * When every melding that still counts has been judged and none is unauthorised, nothing more follows. One that was closed at its source
     * was dealt with before the case was opened again.
     */
    void geenVervolgIndienAllesBeoordeeld(UUID zaakId, String procesInstantieId) {
        List<Melding> tellend = tellend(zaakId).stream().filter(m -> m.afgeslotenOp() == null).toList();
        boolean allesBeoordeeld = tellend.stream().allMatch(m -> m.oordeel() != null);
        boolean gesprekNodig = tellend.stream().anyMatch(m -> vraagtGesprek(m.oordeel()));
        if (allesBeoordeeld && !gesprekNodig) {
            engine.berichtIndienVerwacht(BERICHT_GEEN_VERVOLG, procesInstantieId, null, null);
        }
    }

    /**
     * A melding was withdrawn, from an open case or from one that is closed. When it was the last one, the measures that the case started hear
     * of it as the table {@code gebeurtenis-gevolgen} says, unless an event from outside told them already how to go on.
     */
    void ingetrokken(Zaak zaak) {
        if (zaak.status() == Zaakstatus.OPEN) {
            verloop(zaak.id(), zaak.procesInstantieId());
        }
        zonderMeldingen(zaak);
    }

    /**
     * Nothing that counts may be left: then the measures that the case started hear of it, and what an open case had put in the queue is held
     * until its closing, where it lapses.
     */
    void zonderMeldingen(Zaak zaak) {
        if (tellend(zaak.id()).isEmpty() && !gebeurtenissen.wordtAfgehandeld(zaak.id())) {
            if (zaak.status() == Zaakstatus.OPEN) {
                brieven.houdAan(zaak.id(), "alle meldingen zijn ingetrokken.");
            }
            gevolgen.pasToe(zaak, Gebeurtenisgevolgen.INGETROKKEN);
        }
    }

    /** What the meldingen that count mean for the main line: without any the case goes to its closing, else their judgements decide. */
    void verloop(UUID zaakId, String procesInstantieId) {
        if (tellend(zaakId).isEmpty()) {
            engine.berichtIndienVerwacht(BERICHT_ALLES_INGETROKKEN, procesInstantieId, null, null);
        } else {
            geenVervolgIndienAllesBeoordeeld(zaakId, procesInstantieId);
        }
    }

    /** The thread of one melding has ended; a case that waits for the last one sees it by the variable. */
    void afgewikkeld(DelegateExecution execution) {
        meldingen.afgewikkeld(MELDING_ID.van(execution), klok.instant());
        ietsOpenNagaan(execution);
    }

    /** A measure came back: until the officer has judged its outcome, the case does not close. */
    void uitkomstOntvangen(DelegateExecution execution) {
        tel(execution, 1);
    }

    /** The officer has judged the outcome of a measure. */
    void uitkomstBeoordeeld(DelegateExecution execution) {
        tel(execution, -1);
    }

    private void tel(DelegateExecution execution, int verschil) {
        OPEN_UITKOMSTEN.zet(execution, OPEN_UITKOMSTEN.optioneel(execution).orElse(0) + verschil);
        ietsOpenNagaan(execution);
    }

    /** Sets whether a melding or the outcome of a measure still has work of its own. */
    void ietsOpenNagaan(DelegateExecution execution) {
        boolean uitkomstOpen = OPEN_UITKOMSTEN.optioneel(execution).orElse(0) > 0;
        boolean meldingOpen = meldingen.vanZaak(ZAAK_ID.van(execution)).stream().anyMatch(m -> m.afgewikkeldOp() == null);
        MELDINGEN_OPEN.zet(execution, uitkomstOpen || meldingOpen);
    }

    /** Whether every melding of the case was withdrawn by the school. */
    boolean allesIngetrokken(UUID zaakId) {
        return tellend(zaakId).isEmpty();
    }

    /** Whether some melding still counts, and every one that does was registered and nothing more. */
    boolean alleenGeregistreerd(UUID zaakId) {
        List<Melding> tellend = tellend(zaakId);
        return !tellend.isEmpty() && tellend.stream().allMatch(m -> GEREGISTREERD.equals(m.oordeel()));
    }

    private List<Melding> tellend(UUID zaakId) {
        return meldingen.vanZaak(zaakId).stream().filter(m -> !m.isIngetrokken()).toList();
    }
}
