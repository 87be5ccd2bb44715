package nl.schoolgang.browser;

import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestPlan;

/** Says loudly at the end of all tests that the browser tests were skipped, if they were. */
public final class BrowserSlotregel implements TestExecutionListener {

    private static volatile boolean overgeslagen;

    static void overgeslagen() {
        overgeslagen = true;
    }

    @Override
    public void testPlanExecutionFinished(TestPlan testPlan) {
        if (overgeslagen) {
            System.out.println("""

                    ************************************************************************
                    *  GEEN BROWSER GEVONDEN: de browsertests zijn OVERGESLAGEN.           *
                    *  Zet chromium op het PATH of noem hem in de omgeving (CHROMIUM=...). *
                    ************************************************************************
                    """);
        }
    }
}
