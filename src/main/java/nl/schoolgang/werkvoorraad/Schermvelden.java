package nl.schoolgang.werkvoorraad;

import java.util.List;
import java.util.Map;
import nl.schoolgang.gemeente.Fout;

/** What was typed in a form of our own, and what is wrong with it, by field. */
public record Schermvelden(Map<String, String> waarden, List<Fout> fouten) {

    public static final Schermvelden LEEG = new Schermvelden(Map.of(), List.of());

    public String waarde(String veld) {
        return waarden.getOrDefault(veld, "");
    }

    public String fout(String veld) {
        return fouten.stream().filter(f -> f.veld().equals(veld)).map(Fout::reden).findFirst().orElse(null);
    }

    /** Without what was typed: records end up in logs. */
    @Override
    public String toString() {
        return "Schermvelden" + fouten.stream().map(Fout::veld).toList();
    }
}
