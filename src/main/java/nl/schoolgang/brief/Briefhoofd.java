package nl.schoolgang.brief;

import java.util.List;
import java.util.Map;

/**
 * What stands on every letter of a municipality ({@code processes/beleid/briefhoofden.yaml}).
 *
 * @param organisatie name of the municipality as the sender
 * @param onderdeel   the team that writes
 * @param postadres   the lines of the postal address, from the street or box
 * @param bezoekadres one line
 * @param telefoon    general number
 * @param email       general address
 * @param website     without protocol
 * @param logo        PNG as a data URI
 * @param logotekst   what the logo shows, for who cannot see it
 * @param college     on whose behalf a mandated letter is signed
 * @param zinnen      sentences that differ by municipality, by name
 */
record Briefhoofd(String organisatie, String onderdeel, List<String> postadres, String bezoekadres, String telefoon, String email,
                  String website, String logo, String logotekst, String college, Map<String, String> zinnen) {
}
