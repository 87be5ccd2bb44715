package nl.schoolgang.engine;

/**
 * Marks the threads that serve a web request. On these no engine command runs without an authentication, because the
 * engine checks neither rights nor municipality when there is none.
 */
final class Webdraad {

    private static final ThreadLocal<Boolean> GEMARKEERD = new ThreadLocal<>();

    private Webdraad() {
    }

    static void markeer() {
        GEMARKEERD.set(Boolean.TRUE);
    }

    static void wis() {
        GEMARKEERD.remove();
    }

    static boolean isGemarkeerd() {
        return GEMARKEERD.get() != null;
    }
}
