package nl.schoolgang.engine;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import nl.schoolgang.gemeente.Gemeenten;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProvider;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderCaseInstanceContext;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderHistoricDecisionInstanceContext;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderProcessInstanceContext;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;

/**
 * Gives every instance its municipality: that of the calling process, else the start variable {@code gemeente} (one of
 * the user's own), else the user's only one. Without one the start fails.
 */
final class GemeenteVanProces implements TenantIdProvider {

    private static final String VARIABELE = Zaakvariabelen.GEMEENTE.naam();

    private final Gemeenten gemeenten;

    GemeenteVanProces(Gemeenten gemeenten) {
        this.gemeenten = gemeenten;
    }

    @Override
    public String provideTenantIdForProcessInstance(TenantIdProviderProcessInstanceContext context) {
        return bepaal(context.getSuperExecution(), context.getVariables() == null ? null : context.getVariables().get(VARIABELE));
    }

    @Override
    public String provideTenantIdForCaseInstance(TenantIdProviderCaseInstanceContext context) {
        return bepaal(context.getSuperExecution(), context.getVariables() == null ? null : context.getVariables().get(VARIABELE));
    }

    /** The case's municipality; none for a table that is asked outside a case, such as the catalogue of terms. */
    @Override
    public String provideTenantIdForHistoricDecisionInstance(TenantIdProviderHistoricDecisionInstanceContext context) {
        return context.getExecution() == null ? null : context.getExecution().getTenantId();
    }

    private String bepaal(DelegateExecution aanroeper, Object variabele) {
        if (aanroeper != null) {
            return aanroeper.getTenantId();
        }
        Authentication wie = Context.getCommandContext().getAuthentication();
        Set<String> eigen = wie == null || wie.getTenantIds() == null ? Set.of() : Set.copyOf(wie.getTenantIds());
        if (variabele == null) {
            if (eigen.size() == 1) {
                return eigen.iterator().next();
            }
            throw new BadUserRequestException("Geef de gemeente op in de startvariabele '" + VARIABELE + "'.");
        }
        boolean aangemeld = wie != null && wie.getUserId() != null;
        if (!(variabele instanceof String gemeente) || gemeenten.metCode(gemeente).isEmpty() || aangemeld && !eigen.contains(gemeente)) {
            throw new BadUserRequestException("De startvariabele '" + VARIABELE + "' noemt geen gemeente waarvoor u werkt. "
                    + "Mogelijk zijn: " + List.copyOf(new TreeSet<>(eigen)));
        }
        return gemeente;
    }
}
