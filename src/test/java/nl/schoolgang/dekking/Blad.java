package nl.schoolgang.dekking;

/** A page of Markdown that is being written. */
final class Blad {

    private final StringBuilder tekst = new StringBuilder();

    /** A line; without values it is taken as it is. */
    void regel(String vorm, Object... waarden) {
        tekst.append(waarden.length == 0 ? vorm : vorm.formatted(waarden)).append('\n');
    }

    /** A heading or a paragraph of its own. */
    void alinea(String vorm, Object... waarden) {
        regel("");
        regel(vorm, waarden);
    }

    /** The head of a table; its rows follow. */
    void tabel(String... kop) {
        regel("");
        rij(kop);
        regel("|" + "---|".repeat(kop.length));
    }

    void rij(String... vakken) {
        tekst.append('|');
        for (String vak : vakken) {
            tekst.append(' ').append(vak.replace("|", "\\|").replaceAll("\\s+", " ").strip()).append(" |");
        }
        tekst.append('\n');
    }

    String alsTekst() {
        return tekst.toString().stripTrailing() + "\n";
    }
}
