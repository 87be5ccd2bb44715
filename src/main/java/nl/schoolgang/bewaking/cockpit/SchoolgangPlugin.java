package nl.schoolgang.bewaking.cockpit;

import java.util.Set;
import org.camunda.bpm.cockpit.plugin.spi.impl.AbstractCockpitPlugin;

/** Tells Cockpit that we are there. It finds this class through {@code META-INF/services} and makes it by its constructor without arguments. */
public class SchoolgangPlugin extends AbstractCockpitPlugin {

    static final String ID = "schoolgang";

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public Set<Class<?>> getResourceClasses() {
        return Set.of(SchoolgangBron.class);
    }
}
