package nl.schoolgang.toegang;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Slows down guessing of passwords: after a few failures for a user name from one address each next one doubles the time
 * to wait; many failures from one address, for whatever names, do the same. A user cannot be locked out from elsewhere.
 */
@Component
class Inlogrem {

    static final int VRIJE_POGINGEN = 5;
    static final int VRIJE_POGINGEN_ADRES = 50;
    private static final Duration HOOGSTENS = Duration.ofMinutes(15);
    private static final Duration HOOGSTENS_ADRES = Duration.ofSeconds(30);
    private static final int HOOGSTENS_ONTHOUDEN = 20_000;
    private static final int HOOGSTE_VERDUBBELING = 10;

    private final Clock klok;
    private final Map<String, Stand> standen = new LinkedHashMap<>();

    Inlogrem(Clock klok) {
        this.klok = klok;
    }

    private record Stand(int pogingen, Instant laatste, Instant wachtTot) {
    }

    /** How long to wait before an attempt is looked at; zero when it is looked at now. */
    synchronized Duration wachttijd(String gebruikersnaam, String adres) {
        Instant nu = klok.instant();
        Instant tot = max(wachtTot(sleutel(gebruikersnaam, adres), nu), wachtTot(adres, nu));
        return tot.isAfter(nu) ? Duration.between(nu, tot) : Duration.ZERO;
    }

    synchronized void mislukt(String gebruikersnaam, String adres) {
        Instant nu = klok.instant();
        tel(sleutel(gebruikersnaam, adres), VRIJE_POGINGEN, HOOGSTENS, nu);
        // Colleagues may share the address, and one forgotten password in a program must not keep them out for long.
        tel(adres, VRIJE_POGINGEN_ADRES, HOOGSTENS_ADRES, nu);
    }

    synchronized void gelukt(String gebruikersnaam, String adres) {
        standen.remove(sleutel(gebruikersnaam, adres));
    }

    private void tel(String sleutel, int vrij, Duration hoogstens, Instant nu) {
        Stand vorige = geldig(sleutel, nu);
        int pogingen = vorige == null ? 1 : vorige.pogingen() + 1;
        Duration wachten = pogingen < vrij ? Duration.ZERO : Duration.ofSeconds(1L << Math.min(pogingen - vrij, HOOGSTE_VERDUBBELING));
        standen.remove(sleutel);
        standen.put(sleutel, new Stand(pogingen, nu, nu.plus(wachten.compareTo(hoogstens) > 0 ? hoogstens : wachten)));
        if (standen.size() > HOOGSTENS_ONTHOUDEN) {
            standen.remove(standen.keySet().iterator().next());
        }
    }

    private Instant wachtTot(String sleutel, Instant nu) {
        Stand stand = geldig(sleutel, nu);
        return stand == null ? Instant.MIN : stand.wachtTot();
    }

    private Stand geldig(String sleutel, Instant nu) {
        Stand stand = standen.get(sleutel);
        // An attempt later than now was made before the clock was put back: it must not keep anybody out until then.
        boolean voorbij = stand != null && (nu.isAfter(stand.laatste().plus(HOOGSTENS)) || stand.laatste().isAfter(nu));
        return voorbij ? null : stand;
    }

    private static String sleutel(String gebruikersnaam, String adres) {
        return adres + ' ' + gebruikersnaam;
    }

    private static Instant max(Instant een, Instant ander) {
        return een.isAfter(ander) ? een : ander;
    }
}
