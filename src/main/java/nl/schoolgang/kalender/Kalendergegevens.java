package nl.schoolgang.kalender;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The data of the calendar that change by decree or by decision of a school, as they are at one moment. Immutable.
 */
public final class Kalendergegevens {

    private final Map<LocalDate, String> koninklijkBesluitDagen;
    private final List<Schoolvakantie> vakanties;
    private final Map<List<String>, List<Schoolvakantie>> perSchool = new ConcurrentHashMap<>();

    /**
     * @param koninklijkBesluitDagen the days put on a level with holidays by Royal Decree (Algemene termijnenwet art. 3 lid 3), with their name
     * @param vakanties              the school holidays that are known, of regions and of schools
     */
    public Kalendergegevens(Map<LocalDate, String> koninklijkBesluitDagen, List<Schoolvakantie> vakanties) {
        this.koninklijkBesluitDagen = Map.copyOf(koninklijkBesluitDagen);
        this.vakanties = vakanties.stream().sorted(Comparator.comparing(Schoolvakantie::begin)).toList();
    }

    boolean isKoninklijkBesluitDag(LocalDate dag) {
        return koninklijkBesluitDagen.containsKey(dag);
    }

    /** The holidays that hold for a school in a region, by begin: its own, and those of the region that it has not moved. */
    List<Schoolvakantie> vakanties(String regio, String school) {
        return perSchool.computeIfAbsent(List.of(regio, school == null ? "" : school), sleutel -> {
            List<Schoolvakantie> eigen = vakanties.stream().filter(v -> v.school() != null && v.school().equals(school)).toList();
            return vakanties.stream().filter(v -> eigen.contains(v) || v.geldtIn(regio) && eigen.stream().noneMatch(v::isZelfdeAls)).toList();
        });
    }
}
