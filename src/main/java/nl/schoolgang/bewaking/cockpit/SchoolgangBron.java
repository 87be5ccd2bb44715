package nl.schoolgang.bewaking.cockpit;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import java.util.List;
import org.camunda.bpm.cockpit.plugin.resource.AbstractCockpitPluginRootResource;
import org.springframework.context.ApplicationContext;
import org.springframework.web.context.support.WebApplicationContextUtils;

/**
 * Where Cockpit finds our scripts and data: {@code /camunda/api/cockpit/plugin/schoolgang/…}. Made by Cockpit, which knows no beans: they
 * are looked up in the application that serves the request.
 */
@Path("plugin/" + SchoolgangPlugin.ID)
public class SchoolgangBron extends AbstractCockpitPluginRootResource {

    private static final List<String> BESTANDEN = List.of("app/plugin.js", "app/plugin.css", "app/bouwsteen.js", "app/termijnen.js",
            "app/termijnregel.js", "app/wijzigen.js", "app/diagram.js", "app/historie.js", "app/verloop.js");

    /** Called by Cockpit. */
    public SchoolgangBron() {
        super(SchoolgangPlugin.ID);
    }

    @Override
    protected List<String> getAllowedAssets() {
        return BESTANDEN;
    }

    /** Terms; the name of the engine in the address is Cockpit's way and there is only one. */
    @Path("{engine}/termijnen")
    public Termijnbron termijnen(@Context HttpServletRequest verzoek) {
        return new Termijnbron(bean(Termijnbeeld.class), bean(Termijnhandeling.class), bean(Antwoordgever.class).voor(verzoek.getUserPrincipal()));
    }

    /** Ended process instances. */
    @Path("{engine}/historie")
    public Historiebron historie(@Context HttpServletRequest verzoek) {
        return new Historiebron(bean(Historiebeeld.class), bean(Antwoordgever.class).voor(verzoek.getUserPrincipal()));
    }

    private <T> T bean(Class<T> soort) {
        ApplicationContext toepassing = WebApplicationContextUtils.getRequiredWebApplicationContext(servletContext);
        return toepassing.getBean(soort);
    }
}
