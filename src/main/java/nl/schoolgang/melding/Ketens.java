package nl.schoolgang.melding;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Divides the lines of a file into chains that do not touch each other: no pupil and no meldingsnummer stands in two. */
final class Ketens {

    private final Map<Integer, Integer> vorige = new HashMap<>();

    private Ketens() {
    }

    /** The line numbers by chain, each chain in the order of the file. */
    static List<List<Integer>> van(Map<Integer, Aanlevering> regels) {
        Ketens ketens = new Ketens();
        Map<String, Integer> eerste = new HashMap<>();
        regels.forEach((regel, aanlevering) -> {
            ketens.vorige.put(regel, regel);
            Stream.of(sleutel("m", aanlevering, aanlevering.meldingsnummer()), sleutel("b", aanlevering, aanlevering.bsn()),
                            sleutel("o", aanlevering, aanlevering.onderwijsnummer()))
                    .filter(s -> !s.isEmpty())
                    .forEach(s -> ketens.verbind(eerste.computeIfAbsent(s, k -> regel), regel));
        });
        Map<Integer, List<Integer>> perBegin = new LinkedHashMap<>();
        regels.keySet().forEach(regel -> perBegin.computeIfAbsent(ketens.begin(regel), b -> new ArrayList<>()).add(regel));
        return List.copyOf(perBegin.values());
    }

    private static String sleutel(String soort, Aanlevering aanlevering, String waarde) {
        return waarde == null ? "" : soort + '|' + aanlevering.gemeente() + '|' + waarde;
    }

    private void verbind(int een, int ander) {
        int a = begin(een);
        int b = begin(ander);
        vorige.put(Math.max(a, b), Math.min(a, b));
    }

    private int begin(int regel) {
        int begin = regel;
        while (vorige.get(begin) != begin) {
            vorige.put(begin, vorige.get(vorige.get(begin)));
            begin = vorige.get(begin);
        }
        return begin;
    }
}
