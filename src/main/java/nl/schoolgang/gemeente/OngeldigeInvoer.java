package nl.schoolgang.gemeente;

import java.util.List;
import java.util.stream.Collectors;

/** What was sent or typed cannot be accepted as it is; answered with 422 and the faults, or shown at the fields. */
public class OngeldigeInvoer extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Fout> fouten;

    public OngeldigeInvoer(List<Fout> fouten) {
        // Only the fields: the reasons may quote what was typed, and messages of exceptions reach logs.
        super("Ongeldige invoer in: " + fouten.stream().map(Fout::veld).distinct().collect(Collectors.joining(", ")));
        this.fouten = List.copyOf(fouten);
    }

    public OngeldigeInvoer(String veld, String reden) {
        this(List.of(new Fout(veld, reden)));
    }

    /** What is wrong, at least one. */
    public List<Fout> fouten() {
        return fouten;
    }
}
