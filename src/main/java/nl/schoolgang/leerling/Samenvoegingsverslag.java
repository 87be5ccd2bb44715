package nl.schoolgang.leerling;

import java.util.List;

/**
 * What became of the parents and enrolments of a pupil that was merged into another.
 *
 * @param overgenomenOuders names of the parents that came along
 * @param gelijkeOuders     names of the parents that both had: one record remains
 * @param inschrijvingen    how many enrolments came along
 */
public record Samenvoegingsverslag(List<String> overgenomenOuders, List<String> gelijkeOuders, int inschrijvingen) {

    /** Without anything personal: records end up in logs. */
    @Override
    public String toString() {
        return "Samenvoegingsverslag[ouders=" + (overgenomenOuders.size() + gelijkeOuders.size()) + ", inschrijvingen=" + inschrijvingen + "]";
    }
}
