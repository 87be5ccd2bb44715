package nl.schoolgang.procedure.relatiefverzuim;

import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.RETURNS_DEEP_STUBS;
import static org.mockito.Mockito.RETURNS_SELF;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Clock;
import nl.schoolgang.engine.Procesengine;
import nl.schoolgang.melding.Meldingen;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.runtime.EventSubscriptionQuery;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A judgement that nothing picks up stops with an error instead of being lost. */
class MeldingsafloopTest {

    private final Procesengine engine = mock(Procesengine.class);
    private final DelegateExecution zaak = mock(DelegateExecution.class, RETURNS_DEEP_STUBS);
    private final EventSubscriptionQuery wachtenden = mock(EventSubscriptionQuery.class, RETURNS_SELF);
    private final Meldingsafloop afloop = new Meldingsafloop(mock(Meldingen.class), engine, Clock.systemUTC());

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

    @Test
    void hetVerzuimWordtAlAangepakt() {
        when(wachtenden.count()).thenReturn(1L);
        afloop.ongeoorloofd(zaak);
    }

    @Test
    void deZaakWachtErop() {
        when(engine.berichtIndienVerwacht(anyString(), anyString(), any(), any())).thenReturn(true);
        afloop.ongeoorloofd(zaak);
    }
}
