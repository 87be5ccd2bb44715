package nl.schoolgang.procedure.relatiefverzuim;

import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.mockito.Mockito.RETURNS_DEEP_STUBS;
import static org.mockito.Mockito.RETURNS_SELF;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import java.time.Clock;
import nl.schoolgang.brief.Briefaanhouding;
import nl.schoolgang.engine.Procesengine;
import nl.schoolgang.melding.Meldingen;
import nl.schoolgang.melding.Zaakgebeurtenissen;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.runtime.EventSubscriptionQuery;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A judgement that nothing picks up stops with an error instead of being lost. */
class MeldingsafloopTest {

    private final Procesengine engine = mock(Procesengine.class);
    private final DelegateExecution zaak = mock(DelegateExecution.class, RETURNS_DEEP_STUBS);
    private final EventSubscriptionQuery wachtenden = mock(EventSubscriptionQuery.class, RETURNS_SELF);
    private final Meldingsafloop afloop = new Meldingsafloop(mock(Meldingen.class), engine, mock(Zaakgebeurtenissen.class),
            mock(Gebeurtenisgevolgen.class),
            mock(Briefaanhouding.class), Clock.systemUTC());

    @BeforeEach
    void zaak() {
        when(zaak.getProcessInstanceId()).thenReturn("proces");
        when(zaak.getProcessBusinessKey()).thenReturn("NOP-2026-000001");
        when(zaak.getProcessEngineServices().getRuntimeService().createEventSubscriptionQuery()).thenReturn(wachtenden);
    }

    @Test
    void nietsPaktHetOp() {
        when(wachtenden.count()).thenReturn(0L);
        assertThatIllegalStateException().isThrownBy(() -> afloop.ongeoorloofd(zaak)).withMessageContaining("NOP-2026-000001");
    }

    /** The judgement is offered first; then only this case, and only the part that deals with absence, is asked. */
    @Test
    void hetVerzuimWordtAlAangepakt() {
        when(wachtenden.count()).thenReturn(1L);
        afloop.ongeoorloofd(zaak);
        verify(engine).berichtIndienVerwacht("ongeoorloofd-verzuim", "proces", null, null);
        verify(wachtenden).eventName("alle-meldingen-ingetrokken");
        verify(wachtenden).processInstanceId("proces");
        verify(wachtenden).count();
    }

    @Test
    void deZaakWachtErop() {
        when(engine.berichtIndienVerwacht("ongeoorloofd-verzuim", "proces", null, null)).thenReturn(true);
        afloop.ongeoorloofd(zaak);
        verify(engine).berichtIndienVerwacht("ongeoorloofd-verzuim", "proces", null, null);
        verifyNoInteractions(wachtenden);
    }
}
