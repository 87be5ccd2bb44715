package nl.schoolgang.demo;

import java.util.List;

/** An invented school; no BRIN that starts with 9 is in use. */
record Demoschool(String gemeente, String brin, String soort, String naam) {

    static final String NOORDOOSTPOLDER = "noordoostpolder";
    static final String BUNNIK = "bunnik";
    static final String VESTIGING = "00";

    static final List<Demoschool> ALLE = List.of(
            new Demoschool(NOORDOOSTPOLDER, "90AB", "po", "Basisschool De Windvaan"),
            new Demoschool(NOORDOOSTPOLDER, "90BC", "po", "Basisschool De Dijkwachter"),
            new Demoschool(NOORDOOSTPOLDER, "90CD", "vo", "Polderhorst College"),
            new Demoschool(NOORDOOSTPOLDER, "90DE", "mbo", "mbo-college Het Getij"),
            new Demoschool(NOORDOOSTPOLDER, "90EF", "particulier", "Particuliere school De Esdoornhof"),
            new Demoschool(BUNNIK, "91AB", "po", "Basisschool De Rijnkiezel"),
            new Demoschool(BUNNIK, "91BC", "po", "Basisschool De Kersenpluk"),
            new Demoschool(BUNNIK, "91CD", "vo", "Limeslyceum"),
            new Demoschool(BUNNIK, "91DE", "mbo", "mbo Vierspan"),
            new Demoschool(BUNNIK, "91EF", "particulier", "Particuliere school De Hoge Iep"));

    static List<Demoschool> van(String gemeente, String soort) {
        return ALLE.stream().filter(s -> s.gemeente.equals(gemeente) && s.soort.equals(soort)).toList();
    }
}
