package nl.schoolgang.engine;

import java.util.ArrayList;
import java.util.List;
import javax.script.ScriptEngine;
import javax.script.ScriptEngineFactory;
import javax.script.ScriptEngineManager;
import nl.schoolgang.gemeente.Gemeenten;
import nl.schoolgang.gemeente.Medewerkers;
import nl.schoolgang.termijn.Termijnen;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.camunda.bpm.engine.impl.identity.ReadOnlyIdentityProvider;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.scripting.engine.ScriptEngineResolver;
import org.camunda.bpm.engine.spring.SpringExpressionManager;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How the engine is set up. What can be said in application.yaml stands there; the rest stands here. */
@Configuration(proxyBeanMethods = false)
class EngineConfiguration {

    @Bean
    ProcessEnginePlugin schoolgangPlugin(Medewerkers medewerkers, Gemeenten gemeenten, ObjectProvider<Termijnen> termijnen,
            ObjectProvider<ZaakAfsluiting> zaakAfsluiting, ApplicationEventPublisher gebeurtenissen, ListableBeanFactory beans) {
        // Looked up when a listener runs: the services know the engine, and the engine is made first.
        ExecutionListener zaakeinde = execution -> zaakAfsluiting.getObject().notify(execution);
        BpmnParseListener ontleding = new Modelontleding(new Taakberichten(gebeurtenissen), new Termijneinde(termijnen::getObject), zaakeinde);
        return new SchoolgangPlugin(new Medewerkersbron(medewerkers, gemeenten), new GemeenteVanProces(gemeenten), ontleding,
                new Modelbeans(beans));
    }

    private static final class SchoolgangPlugin extends AbstractProcessEnginePlugin {

        private final Medewerkersbron medewerkersbron;
        private final GemeenteVanProces gemeenteVanProces;
        private final BpmnParseListener ontleding;
        private final Modelbeans modelbeans;

        private SchoolgangPlugin(Medewerkersbron medewerkersbron, GemeenteVanProces gemeenteVanProces, BpmnParseListener ontleding,
                Modelbeans modelbeans) {
            this.medewerkersbron = medewerkersbron;
            this.gemeenteVanProces = gemeenteVanProces;
            this.ontleding = ontleding;
            this.modelbeans = modelbeans;
        }

        @Override
        public void preInit(ProcessEngineConfigurationImpl engine) {
            toegang(engine);
            geschiedenis(engine);
            modellen(engine);
            werk(engine);
        }

        private void toegang(ProcessEngineConfigurationImpl engine) {
            engine.setAuthorizationEnabled(true);
            engine.setAuthorizationCheckRevokes("never");
            engine.setTenantCheckEnabled(true);
            engine.setTenantIdProvider(gemeenteVanProces);
            engine.setIdentityProviderSessionFactory(new Bronfabriek(medewerkersbron));
            engine.setResourceAuthorizationProvider(new GeenAutomatischeRechten());
            engine.setCustomPreCommandInterceptorsTxRequired(List.<CommandInterceptor>of(wacht(engine)));
            engine.setCustomPreCommandInterceptorsTxRequiresNew(List.<CommandInterceptor>of(wacht(engine)));
            engine.setDeserializationTypeValidationEnabled(true);
            engine.setEnableExpressionsInStoredQueries(false);
            engine.setEnableExpressionsInAdhocQueries(false);
        }

        private static void geschiedenis(ProcessEngineConfigurationImpl engine) {
            engine.setEnableDefaultDbHistoryEventHandler(false);
            engine.getCustomHistoryEventHandlers().add(new Geschiedenisschrijver());
        }

        private static Enginewacht wacht(ProcessEngineConfigurationImpl engine) {
            return new Enginewacht(engine::getIdentityService);
        }

        private void modellen(ProcessEngineConfigurationImpl engine) {
            List<BpmnParseListener> luisteraars = new ArrayList<>();
            if (engine.getCustomPostBPMNParseListeners() != null) {
                luisteraars.addAll(engine.getCustomPostBPMNParseListeners());
            }
            luisteraars.add(ontleding);
            engine.setCustomPostBPMNParseListeners(luisteraars);
            engine.setScriptEngineResolver(new GeenScripts());
            engine.setBeans(modelbeans);
            // The factory has made one by now that reaches every bean.
            engine.setExpressionManager(new SpringExpressionManager(null, modelbeans));
            engine.setEnforceHistoryTimeToLive(true);
        }

        private static void werk(ProcessEngineConfigurationImpl engine) {
            engine.setJobExecutorPreferTimerJobs(true);
            engine.setJobExecutorAcquireByDueDate(true);
            engine.setHistoryCleanupBatchWindowStartTime("01:00");
            engine.setHistoryCleanupBatchWindowEndTime("05:00");
            engine.setMetricsEnabled(false);
            engine.setTaskMetricsEnabled(false);
        }
    }

    /** One provider for all sessions: it holds no state. */
    private record Bronfabriek(Medewerkersbron medewerkersbron) implements SessionFactory {

        @Override
        public Class<?> getSessionType() {
            return ReadOnlyIdentityProvider.class;
        }

        @Override
        public Session openSession() {
            return medewerkersbron;
        }
    }

    /** Knows no script language at all; FEEL in tables does not come this way. */
    private static final class GeenScripts implements ScriptEngineResolver {

        @Override
        public void addScriptEngineFactory(ScriptEngineFactory fabriek) {
            throw new UnsupportedOperationException("Scripts staan uit");
        }

        @Override
        public ScriptEngineManager getScriptEngineManager() {
            return null;
        }

        @Override
        public ScriptEngine getScriptEngine(String taal, boolean uitVoorraad) {
            return null;
        }
    }
}
