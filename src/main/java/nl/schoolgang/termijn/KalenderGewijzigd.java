package nl.schoolgang.termijn;

/** Calendar or catalogue changed in a way that running terms must follow. Published in the transaction of the change; act after it. */
public record KalenderGewijzigd() {
}
