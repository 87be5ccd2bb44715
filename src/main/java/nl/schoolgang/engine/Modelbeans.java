package nl.schoolgang.engine;

import java.util.AbstractMap;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.beans.factory.ListableBeanFactory;

/**
 * The beans that an expression in a model can reach: delegates, listeners, what is named …Expressies here and what the procedures offer.
 * By default it would be every bean of the application, the database connection among them.
 */
final class Modelbeans extends AbstractMap<Object, Object> {

    private final ListableBeanFactory beans;

    Modelbeans(ListableBeanFactory beans) {
        this.beans = beans;
    }

    @Override
    public boolean containsKey(Object naam) {
        if (!(naam instanceof String tekst) || !beans.containsBean(tekst)) {
            return false;
        }
        Class<?> type = beans.getType(tekst, false);
        return type != null && (JavaDelegate.class.isAssignableFrom(type) || ExecutionListener.class.isAssignableFrom(type)
                || TaskListener.class.isAssignableFrom(type) || isExpressies(type)
                || type.getPackageName().startsWith("nl.schoolgang.procedure."));
    }

    private static boolean isExpressies(Class<?> type) {
        return type.getPackageName().equals("nl.schoolgang.engine") && type.getSimpleName().endsWith("Expressies");
    }

    @Override
    public Object get(Object naam) {
        return containsKey(naam) ? beans.getBean((String) naam) : null;
    }

    @Override
    public Set<Entry<Object, Object>> entrySet() {
        return Arrays.stream(beans.getBeanDefinitionNames()).filter(this::containsKey)
                .collect(Collectors.toMap(n -> (Object) n, this::get)).entrySet();
    }
}
