package nl.schoolgang.toegang;

import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import nl.schoolgang.gemeente.Medewerker;
import nl.schoolgang.gemeente.Medewerkers;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** Tests user name and password against our employees, at a pace that guessing cannot live with. */
class Aanmeldcontrole implements AuthenticationProvider {

    private final Medewerkers medewerkers;
    private final Predicate<Medewerker> welkom;
    private final Inlogrem rem;
    private final DaoAuthenticationProvider wachtwoorden;

    /** @param welkom who may log in here; all others are told the same as those who typed a wrong password */
    Aanmeldcontrole(Medewerkers medewerkers, Predicate<Medewerker> welkom, Inlogrem rem, PasswordEncoder hash) {
        this.medewerkers = medewerkers;
        this.welkom = welkom;
        this.rem = rem;
        this.wachtwoorden = new DaoAuthenticationProvider(this::zoek);
        wachtwoorden.setPasswordEncoder(hash);
    }

    @Override
    public Authentication authenticate(Authentication poging) {
        String adres = poging.getDetails() instanceof WebAuthenticationDetails herkomst ? herkomst.getRemoteAddress() : "";
        Duration wachten = rem.wachttijd(poging.getName(), adres);
        if (!wachten.isZero()) {
            throw new TeVaakGeprobeerd(wachten);
        }
        try {
            Authentication gelukt = wachtwoorden.authenticate(poging);
            rem.gelukt(poging.getName(), adres);
            return gelukt;
        } catch (BadCredentialsException e) {
            rem.mislukt(poging.getName(), adres);
            throw e;
        }
    }

    @Override
    public boolean supports(Class<?> soort) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(soort);
    }

    private UserDetails zoek(String gebruikersnaam) {
        return medewerkers.metNaam(gebruikersnaam).filter(welkom).flatMap(m -> medewerkers.wachtwoordVan(gebruikersnaam))
                .map(hash -> new User(gebruikersnaam, hash, List.of()))
                .orElseThrow(() -> new UsernameNotFoundException("Onbekend"));
    }
}
