package nl.schoolgang.dekking;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The header of a letter.
 *
 * @param code       the name of its file
 * @param aan        who gets it, as the header says it
 * @param antwoorden the tasks whose answers it uses
 */
record Briefkop(String code, String titel, String aan, List<String> antwoorden, List<String> normen) {

    private static final Pattern KOP = Pattern.compile("<!--(.*?)-->", Pattern.DOTALL);

    static List<Briefkop> van(Proceduremap procedure) {
        return procedure.bestanden("html").stream().map(Briefkop::lees).toList();
    }

    static List<Briefkop> vanTaak(Proceduremap procedure, String taak) {
        return van(procedure).stream().filter(b -> b.antwoorden.contains(taak)).toList();
    }

    private static Briefkop lees(Path bestand) {
        try {
            String code = bestand.getFileName().toString().replace(".html", "");
            Map<String, String> kop = new LinkedHashMap<>();
            Matcher commentaar = KOP.matcher(Files.readString(bestand));
            if (commentaar.find()) {
                commentaar.group(1).lines().filter(r -> r.contains(":"))
                        .forEach(r -> kop.put(r.substring(0, r.indexOf(':')).strip(), r.substring(r.indexOf(':') + 1).strip()));
            }
            return new Briefkop(code, kop.getOrDefault("titel", code), kop.getOrDefault("aan", ""), lijst(kop.get("antwoorden")),
                    lijst(kop.get("norm")));
        } catch (IOException e) {
            throw new UncheckedIOException(bestand + " is niet te lezen", e);
        }
    }

    private static List<String> lijst(String tekst) {
        return tekst == null || tekst.isBlank() ? List.of() : List.of(tekst.strip().split("\\s*,\\s*"));
    }
}
