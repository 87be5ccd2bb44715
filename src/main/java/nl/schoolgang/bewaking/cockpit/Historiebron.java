package nl.schoolgang.bewaking.cockpit;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;

/** The data of the plugin Historie. */
public class Historiebron {

    private final Historiebeeld beeld;
    private final Antwoordgever.Gesprek gesprek;

    Historiebron(Historiebeeld beeld, Antwoordgever.Gesprek gesprek) {
        this.beeld = beeld;
        this.gesprek = gesprek;
    }

    /**
     * The ended instances, the last ended first, 50 at a time.
     *
     * @param zaaknummer how the number begins
     * @param van        the first day of the period in which they ended
     * @param tot        the last
     * @param na         {@code verder} of the page before
     */
    @GET
    public Response lijst(@QueryParam("zaaknummer") String zaaknummer, @QueryParam("procedure") String procedure,
            @QueryParam("gemeente") String gemeente, @QueryParam("van") String van, @QueryParam("tot") String tot, @QueryParam("na") String na) {
        return gesprek.antwoord(ik -> beeld.bladzijde(new Historiebeeld.Zoekvraag(zaaknummer, procedure, gemeente, van, tot, na), ik));
    }

    /** One instance, with its way, durations and variables. */
    @GET
    @Path("{id}")
    public Response verloop(@PathParam("id") String id) {
        return gesprek.antwoord(ik -> beeld.verloop(id, ik));
    }
}
