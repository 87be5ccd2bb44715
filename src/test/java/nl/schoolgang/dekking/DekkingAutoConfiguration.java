package nl.schoolgang.dekking;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import nl.schoolgang.dekking.Meting.Soort;
import nl.schoolgang.termijn.Termijncatalogus;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.history.handler.HistoryEventHandler;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

/** Puts the meter in every application that the tests start: an auto-configuration, so that no test has to ask for it. */
@AutoConfiguration
class DekkingAutoConfiguration {

    @Bean
    ProcessEnginePlugin dekkingsplugin() {
        return new AbstractProcessEnginePlugin() {
            @Override
            public void preInit(ProcessEngineConfigurationImpl engine) {
                List<HistoryEventHandler> lezers = new ArrayList<>();
                if (engine.getCustomHistoryEventHandlers() != null) {
                    lezers.addAll(engine.getCustomHistoryEventHandlers());
                }
                lezers.add(new Enginemeter(Dekkingsluisteraar.METER));
                engine.setCustomHistoryEventHandlers(lezers);
            }
        };
    }

    /** The catalogue of terms has its own engine of tables, outside the history. */
    @Bean
    static BeanPostProcessor termijnmeter() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String naam) {
                return bean instanceof Termijncatalogus catalogus ? gemeten(catalogus) : bean;
            }
        };
    }

    private static Termijncatalogus gemeten(Termijncatalogus catalogus) {
        return (Termijncatalogus) Proxy.newProxyInstance(Termijncatalogus.class.getClassLoader(), new Class<?>[] {Termijncatalogus.class},
                (proxy, methode, argumenten) -> {
                    try {
                        Object uitkomst = methode.invoke(catalogus, argumenten);
                        // Only for a case: a test that walks over all rows of the catalogue proves nothing of them.
                        if (methode.getName().equals("zoek") && Context.getCommandContext() != null) {
                            Dekkingsluisteraar.METER.noteer(
                                    List.of(new Meting(Soort.TERMIJN, "termijnen", argumenten[0] + "@" + argumenten[1])));
                        }
                        return uitkomst;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
