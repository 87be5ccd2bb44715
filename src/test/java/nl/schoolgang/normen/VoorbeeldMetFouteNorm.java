package nl.schoolgang.normen;

/** Example for {@link NormverwijzingenTest}: carries norms that do not exist. */
@Norm({"BUN-06.01-01", "BUN-00.99-01"})
final class VoorbeeldMetFouteNorm {

    @Norm("BUN-00.99-02")
    static final int VELD = 1;

    private VoorbeeldMetFouteNorm() {
    }

    @Norm("BUN-00.99-03")
    static void methode() {
        // Only the annotation matters.
    }
}
