package nl.schoolgang.engine;

import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import nl.schoolgang.gemeente.GeenRecht;
import nl.schoolgang.gemeente.Gemeente;
import nl.schoolgang.gemeente.Gemeenten;
import nl.schoolgang.gemeente.Medewerker;
import nl.schoolgang.gemeente.Rol;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.context.annotation.Lazy;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;

/**
 * Sets in whose name the engine works on this thread. The engine's own checks of rights and municipality run only when
 * an authentication is set; without one it lets everything through.
 */
@Component
public class EngineAanmelding {

    /** The group in whose name our own services work; nobody is a member of it. */
    static final String DIENST = "schoolgang-dienst";

    /** The user in whose name the application works when no person asked for it (a watched folder, a schedule). */
    static final String SYSTEEM = "schoolgang";

    private final IdentityService identityService;
    private final Gemeenten gemeenten;

    EngineAanmelding(@Lazy IdentityService identityService, Gemeenten gemeenten) {
        this.identityService = identityService;
        this.gemeenten = gemeenten;
    }

    /** A part of the work of this thread that is done in somebody's name; closing it puts back what was there before. */
    public interface Deel extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * Marks this thread as serving a web request: from here on every engine command is refused as long as nobody is
     * logged in to the engine. Close it at the end of the request; that clears the authentication too.
     */
    public Deel webverzoek() {
        boolean buitenste = !Webdraad.isGemarkeerd();
        Webdraad.markeer();
        identityService.clearAuthentication();
        return () -> {
            identityService.clearAuthentication();
            if (buitenste) {
                Webdraad.wis();
            }
        };
    }

    /**
     * Lets the engine work in this employee's name and with this employee's own rights.
     *
     * @param gemeenten codes of the municipalities that the engine may show, a part of the employee's own
     * @throws GeenRecht when one of them is not the employee's
     */
    public Deel als(Medewerker medewerker, Set<String> gemeenten) {
        if (!medewerker.gemeenten().containsAll(gemeenten)) {
            throw new GeenRecht("U hebt geen toegang tot deze gemeente.");
        }
        List<String> rollen = medewerker.rollen().entrySet().stream().filter(e -> gemeenten.contains(e.getKey()))
                .flatMap(e -> e.getValue().stream()).map(Rol::code).distinct().sorted().toList();
        Webdraad.Verzender voorheen = Webdraad.verzender();
        Webdraad.onthoud(new Webdraad.Verzender(medewerker.gebruikersnaam(), rollen, List.copyOf(gemeenten)));
        Deel aanmelding = zet(medewerker.gebruikersnaam(), rollen, gemeenten);
        return () -> {
            aanmelding.close();
            Webdraad.onthoud(voorheen);
        };
    }

    /** Does engine work for an employee in one municipality, by our own services: they have tested the right already. */
    <T> T dienst(String gebruikersnaam, Collection<String> gemeenten, Supplier<T> werk) {
        try (Deel deel = zet(gebruikersnaam, List.of(DIENST), gemeenten)) {
            return werk.get();
        } catch (OptimisticLockingException e) {
            // The word for it that rooms without the engine know: the intake begins again, the API answers 409.
            throw new OptimisticLockingFailureException("The case was changed at the same moment", e);
        } catch (ProcessEngineException e) {
            throw isBotsing(e) ? new CannotAcquireLockException("The database let another transaction go first", e) : e;
        }
    }

    /** A deadlock or serialisation failure in SQL of the engine itself, for which it has no exception of its own. */
    private static boolean isBotsing(Throwable fout) {
        for (Throwable t = fout; t != null; t = t.getCause()) {
            if (t instanceof SQLException sql && ("40P01".equals(sql.getSQLState()) || "40001".equals(sql.getSQLState()))) {
                return true;
            }
        }
        return false;
    }

    /**
     * Does engine work in the name of whoever is at work on this thread, within that person's municipalities; outside a
     * request in the name of the application, within all.
     */
    <T> T dienst(Supplier<T> werk) {
        return dienst(wie(), huidigeGemeenten(), werk);
    }

    /** The user in whose name this thread works; {@link #SYSTEEM} when there is none. */
    String wie() {
        Authentication huidig = huidig();
        return huidig == null ? SYSTEEM : huidig.getUserId();
    }

    /** The municipalities of whoever is at work on this thread; all of them outside a request. */
    Set<String> huidigeGemeenten() {
        Authentication huidig = huidig();
        if (huidig != null) {
            return huidig.getTenantIds() == null ? Set.of() : new TreeSet<>(huidig.getTenantIds());
        }
        Set<String> alle = new TreeSet<>();
        if (!Webdraad.isGemarkeerd()) {
            gemeenten.alle().stream().map(Gemeente::code).forEach(alle::add);
        }
        return alle;
    }

    private Authentication huidig() {
        Authentication huidig = identityService.getCurrentAuthentication();
        return huidig == null || huidig.getUserId() == null ? null : huidig;
    }

    private Deel zet(String gebruikersnaam, List<String> groepen, Collection<String> gemeenten) {
        Authentication voorheen = huidig();
        identityService.setAuthentication(gebruikersnaam, groepen, List.copyOf(gemeenten));
        return () -> {
            if (voorheen == null) {
                identityService.clearAuthentication();
            } else {
                identityService.setAuthentication(voorheen.getUserId(), voorheen.getGroupIds(), voorheen.getTenantIds());
            }
        };
    }
}
