package nl.schoolgang.bericht;

/** A way by which messages leave. Called within the transaction that holds the message, so that no other node sends it as well. */
interface Kanaal {

    Kanaalsoort soort();

    /**
     * Sends it, under its own id; returns when the other side has taken it.
     *
     * @throws Bezorgfout when it did not, or when that is not certain
     */
    void bezorg(Bericht bericht) throws Bezorgfout;
}
