package nl.schoolgang.termijn;

/** The catalogue has no such term for this municipality. */
public class OnbekendeTermijn extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public OnbekendeTermijn(String code, String gemeente) {
        super("De termijn '" + code + "' staat voor gemeente " + gemeente + " niet in de tabel met termijnen.");
    }
}
