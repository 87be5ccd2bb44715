package nl.schoolgang.dossier;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import nl.schoolgang.normen.Norm;

/**
 * Why there may be a dossier about a pupil at all: contact by telephone, e-mail or letter, with the youth or others, about one of these
 * (Bunnik art. 4 lid 1). Without one the data stay with the administration of pupils.
 */
@Norm({"BUN-04.01-01", "BUN-T04.00-01"})
public enum Dossiergrond {
    @Norm("BUN-04.01-02")
    VERVANGENDE_LEERPLICHT,
    @Norm("BUN-04.01-03")
    VRIJSTELLING_INSCHRIJVING,
    @Norm("BUN-04.01-04")
    VRIJSTELLING_SCHOOLBEZOEK,
    @Norm("BUN-04.01-05")
    ABSOLUUT_VERZUIM,
    @Norm({"BUN-04.01-06", "BUN-04.01-10"})
    RELATIEF_VERZUIM,
    @Norm("BUN-04.01-07")
    VOORTIJDIG_SCHOOLVERLATEN,
    /** Only when there is unauthorised absence as well. */
    @Norm("BUN-04.01-08")
    OVERLEG,
    @Norm("BUN-04.01-09")
    VROEG_SIGNAAL;

    /** The code as it stands in the database and on screens. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether it is itself a suspicion of absence. */
    public boolean isVerzuim() {
        return this == ABSOLUUT_VERZUIM || this == RELATIEF_VERZUIM;
    }

    /** The ground with this code; empty when there is none. */
    public static Optional<Dossiergrond> vanCode(String code) {
        return Arrays.stream(values()).filter(g -> g.code().equals(code)).findFirst();
    }
}
