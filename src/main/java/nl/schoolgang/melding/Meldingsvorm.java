package nl.schoolgang.melding;

import java.util.List;
import java.util.Set;

/** The two shapes in which absence arrives. */
enum Meldingsvorm {
    /** Through DUO: as JSON, in a file, or in the watched folder; one source, so that the ways in recognise each other's numbers. */
    VERZUIMMELDING(Set.of(Melding.BRON_DUO)),
    /** Outside DUO: a school that is not on it, or somebody else than the head. */
    KENNISGEVING(Set.of(Meldingsvorm.SCHOOL_BUITEN_DUO, Meldingsvorm.ANDERE_BRON));

    static final String SCHOOL_BUITEN_DUO = "school-buiten-duo";
    static final String ANDERE_BRON = "andere-bron";

    private final Set<String> bronnen;

    Meldingsvorm(Set<String> bronnen) {
        this.bronnen = bronnen;
    }

    Set<String> bronnen() {
        return bronnen;
    }

    /** The fields this shape may have, in the order of the documentation. */
    List<Veld> velden() {
        return this == VERZUIMMELDING ? Veld.VAN_VERZUIMMELDING : Veld.VAN_KENNISGEVING;
    }
}
