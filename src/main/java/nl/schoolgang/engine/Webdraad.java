package nl.schoolgang.engine;

import java.util.List;

/**
 * Marks the threads that serve a web request, and keeps who sent it. On these no engine command runs without an
 * authentication, because the engine checks neither rights nor municipality when there is none.
 */
final class Webdraad {

    private static final Verzender NIEMAND = new Verzender(null, List.of(), List.of());
    private static final ThreadLocal<Verzender> VERZENDER = new ThreadLocal<>();

    private Webdraad() {
    }

    /** Who sent a request, as the engine knows it. */
    record Verzender(String gebruikersnaam, List<String> groepen, List<String> gemeenten) {
    }

    static void markeer() {
        VERZENDER.set(NIEMAND);
    }

    static void wis() {
        VERZENDER.remove();
    }

    static boolean isGemarkeerd() {
        return VERZENDER.get() != null;
    }

    /** Keeps who sent the request; of no meaning on a thread that serves none. */
    static void onthoud(Verzender verzender) {
        if (isGemarkeerd()) {
            VERZENDER.set(verzender == null ? NIEMAND : verzender);
        }
    }

    /** Who sent the request of this thread; null when nobody is logged in, or this thread serves no request. */
    static Verzender verzender() {
        Verzender verzender = VERZENDER.get();
        return verzender == NIEMAND ? null : verzender;
    }
}
