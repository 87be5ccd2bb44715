package nl.schoolgang.termijn;

import java.util.Optional;
import java.util.UUID;

/** Which school a case is about, for terms in school days; asked of the rooms that know cases and pupils. */
public interface Zaakschool {

    /** The school of the case; empty when it is not known. */
    Optional<UUID> schoolVan(UUID zaakId);
}
