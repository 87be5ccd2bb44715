package nl.schoolgang.brief;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.schoolgang.dossier.Dossiers;
import nl.schoolgang.dossier.Dossierstuk;

/**
 * What was answered in tasks, for a letter.
 *
 * @param waarden raw values by key: text, number, truth value or a list of texts
 * @param teksten the same as a reader sees them
 */
record Briefantwoorden(Map<String, Object> waarden, Map<String, String> teksten) {

    /**
     * The latest answers of these tasks in this case; what is asked in more than one of them comes from the one done last.
     *
     * @param groepen tasks that stand in for each other: of a group only the one done last counts, and nothing that another said
     */
    static Briefantwoorden uitDossier(Dossiers dossiers, UUID zaakId, UUID meldingId, Collection<List<String>> groepen) {
        Briefantwoorden alle = new Briefantwoorden(new HashMap<>(), new HashMap<>());
        List<Dossierstuk> stukken = dossiers.laatstePerSoort(zaakId, meldingId, groepen.stream().flatMap(List::stream).toList());
        Map<List<String>, Dossierstuk> perGroep = new HashMap<>();
        stukken.forEach(stuk -> groepen.stream().filter(g -> g.contains(stuk.soort())).forEach(g -> perGroep.put(g, stuk)));
        stukken.stream().filter(perGroep::containsValue).map(Dossierstuk::inhoud).forEach(alle::voegToe);
        return alle;
    }

    /** @param inhoud of a dossierstuk that a task made: {@code antwoorden}, each with {@code sleutel}, {@code waarde} and {@code tekst} */
    void voegToe(Map<String, Object> inhoud) {
        if (inhoud.get("antwoorden") instanceof List<?> regels) {
            for (Object regel : regels) {
                if (regel instanceof Map<?, ?> antwoord && antwoord.get("sleutel") instanceof String sleutel) {
                    waarden.put(sleutel, antwoord.get("waarde"));
                    teksten.put(sleutel, String.valueOf(antwoord.get("tekst")));
                }
            }
        }
    }

    @Override
    public String toString() {
        return "Briefantwoorden" + waarden.keySet().stream().sorted().collect(Collectors.toList());
    }
}
