package nl.schoolgang.brief;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Why a letter came back. */
public enum Retourreden {
    VERHUISD("verhuisd"),
    ONBEKEND("onbekend op dit adres"),
    GEWEIGERD("geweigerd"),
    NIET_AFGEHAALD("niet afgehaald"),
    ADRES_ONVOLLEDIG("adres onvolledig"),
    ANDERS("een andere reden");

    private final String tekst;

    Retourreden(String tekst) {
        this.tekst = tekst;
    }

    /** The code in tables and in the API. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** In words. */
    public String tekst() {
        return tekst;
    }

    /** The reason with this code; empty when there is none. */
    public static Optional<Retourreden> metCode(String code) {
        return Arrays.stream(values()).filter(r -> r.code().equals(code)).findFirst();
    }
}
