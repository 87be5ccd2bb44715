package nl.schoolgang.bewaking.cockpit;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import nl.schoolgang.gemeente.NietGevonden;

/** The data of the plugin Termijnen. */
public class Termijnbron {

    private final Termijnbeeld beeld;
    private final Termijnhandeling handelingen;
    private final Antwoordgever.Gesprek gesprek;

    Termijnbron(Termijnbeeld beeld, Termijnhandeling handelingen, Antwoordgever.Gesprek gesprek) {
        this.beeld = beeld;
        this.handelingen = handelingen;
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

    /** What can be done with a term, and the trace of what was done. */
    @GET
    @Path("{id}/mogelijkheden")
    public Response mogelijkheden(@PathParam("id") String id) {
        return gesprek.antwoord(ik -> handelingen.mogelijkheden(termijn(id), ik));
    }

    /** Changes a term: {@code verplaatsing}, {@code opschorting}, {@code hervatting} or {@code verlenging}. */
    @POST
    @Path("{id}/{handeling}")
    public Response wijzig(@PathParam("id") String id, @PathParam("handeling") String handeling, String inhoud) {
        return gesprek.antwoord(ik -> handelingen.wijzig(termijn(id), handeling, inhoud, ik));
    }

    private static UUID termijn(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw new NietGevonden("Deze termijn is er niet.");
        }
    }
}
