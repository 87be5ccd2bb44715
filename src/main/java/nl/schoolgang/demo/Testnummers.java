package nl.schoolgang.demo;

import java.util.stream.IntStream;
import java.util.stream.Stream;

/** BSNs that belong to nobody: those of the range kept for tests (999990000 and up) that pass the elfproef, in order. */
final class Testnummers {

    private static final int EERSTE = 999_990_000;
    private static final int LAATSTE = 999_999_999;

    private Testnummers() {
    }

    /** The numbers in ascending order, nine digits each; about nine hundred of them. */
    static Stream<String> bsns() {
        return IntStream.rangeClosed(EERSTE, LAATSTE).mapToObj(Integer::toString).filter(Testnummers::elfproef);
    }

    private static boolean elfproef(String bsn) {
        int som = -(bsn.charAt(8) - '0');
        for (int i = 0; i < 8; i++) {
            som += (9 - i) * (bsn.charAt(i) - '0');
        }
        return som % 11 == 0;
    }
}
