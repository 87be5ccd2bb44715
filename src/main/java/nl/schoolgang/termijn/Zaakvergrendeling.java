package nl.schoolgang.termijn;

import java.util.UUID;

/** Holds a case until the transaction ends, before a term of it is changed; asked of the room that keeps cases. */
public interface Zaakvergrendeling {

    void vergrendel(UUID zaakId);
}
