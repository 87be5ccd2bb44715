package nl.schoolgang.gemeente;

/**
 * A municipality; in the engine a tenant.
 *
 * @param code  the tenant id, also in the API, for example {@code noordoostpolder}
 * @param naam  the name for people
 * @param regio the school holiday region: {@code noord}, {@code midden} or {@code zuid}
 */
public record Gemeente(String code, String naam, String regio) {
}
