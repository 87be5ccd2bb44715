package nl.schoolgang.brief;

import java.util.List;

/** A template, or the data of a letterhead, is wrong; names file, place and what to do. The application does not start with it. */
class Sjabloonfout extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Sjabloonfout(List<String> fouten) {
        super("Deze brieven kunnen niet worden gebruikt:\n  " + String.join("\n  ", fouten));
    }

    Sjabloonfout(String fout) {
        this(List.of(fout));
    }
}
