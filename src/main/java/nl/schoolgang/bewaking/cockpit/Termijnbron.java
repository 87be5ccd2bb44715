package nl.schoolgang.bewaking.cockpit;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;

/** The data of the plugin Termijnen. */
public class Termijnbron {

    private final Termijnbeeld beeld;
    private final Antwoordgever.Gesprek gesprek;

    Termijnbron(Termijnbeeld beeld, Antwoordgever.Gesprek gesprek) {
        this.beeld = beeld;
        this.gesprek = gesprek;
    }

    /**
     * The open terms, by last day, 50 at a time.
     *
     * @param week any day of the week in which the last day must be
     * @param na   {@code verder} of the page before
     */
    @GET
    public Response lijst(@QueryParam("gemeente") String gemeente, @QueryParam("procedure") String procedure, @QueryParam("stand") String stand,
            @QueryParam("week") String week, @QueryParam("na") String na) {
        return gesprek.antwoord(ik -> beeld.bladzijde(Termijnvraag.van(gemeente, procedure, stand, week, na), ik));
    }

    /** The counts for the dashboard. */
    @GET
    @Path("tellingen")
    public Response tellingen() {
        return gesprek.antwoord(beeld::tellingen);
    }

    /** The terms of the case of a process instance. */
    @GET
    @Path("instantie/{id}")
    public Response instantie(@PathParam("id") String id) {
        return gesprek.antwoord(ik -> beeld.vanInstantie(id, ik));
    }

    /** The badges on the diagram of a process instance. */
    @GET
    @Path("instantie/{id}/elementen")
    public Response elementenVanInstantie(@PathParam("id") String id) {
        return gesprek.antwoord(ik -> beeld.plaatjesVanInstantie(id, ik));
    }

    /** The badges on the diagram of a model. */
    @GET
    @Path("model/{id}/elementen")
    public Response elementenVanModel(@PathParam("id") String id) {
        return gesprek.antwoord(ik -> beeld.plaatjesVanModel(id, ik));
    }
}
