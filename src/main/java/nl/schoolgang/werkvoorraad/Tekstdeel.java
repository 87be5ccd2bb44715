package nl.schoolgang.werkvoorraad;

import java.util.ArrayList;
import java.util.List;

/**
 * A part of a text component: what we draw of its Markdown.
 *
 * @param soort  {@code kop}, {@code lijst} or {@code alinea}
 * @param regels one line; for a list its items
 */
record Tekstdeel(String soort, List<String> regels) {

    static List<Tekstdeel> van(String tekst) {
        List<Tekstdeel> delen = new ArrayList<>();
        for (String blok : (tekst == null ? "" : tekst).strip().split("\\R\\s*\\R")) {
            List<String> alinea = new ArrayList<>();
            List<String> lijst = new ArrayList<>();
            for (String regel : blok.split("\\R")) {
                String kaal = regel.strip().replaceAll("\\*\\*|__", "");
                if (kaal.startsWith("- ") || kaal.startsWith("* ")) {
                    lijst.add(kaal.substring(2).strip());
                } else if (kaal.startsWith("#")) {
                    delen.add(new Tekstdeel("kop", List.of(kaal.replaceFirst("^#+\\s*", ""))));
                } else if (!kaal.isEmpty()) {
                    alinea.add(kaal);
                }
            }
            if (!alinea.isEmpty()) {
                delen.add(new Tekstdeel("alinea", List.of(String.join(" ", alinea))));
            }
            if (!lijst.isEmpty()) {
                delen.add(new Tekstdeel("lijst", lijst));
            }
        }
        return delen;
    }
}
