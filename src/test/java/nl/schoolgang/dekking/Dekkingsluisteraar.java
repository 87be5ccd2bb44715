package nl.schoolgang.dekking;

import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/** Tells the meter of this JVM which test runs, and has it write down what it measured when all are done. */
public final class Dekkingsluisteraar implements TestExecutionListener {

    static final Dekkingsmeter METER = new Dekkingsmeter();

    private TestPlan plan;

    @Override
    public void testPlanExecutionStarted(TestPlan testPlan) {
        plan = testPlan;
    }

    @Override
    public void executionStarted(TestIdentifier onderdeel) {
        METER.begin(naam(onderdeel));
    }

    @Override
    public void executionFinished(TestIdentifier onderdeel, TestExecutionResult uitslag) {
        METER.begin(plan.getParent(onderdeel).map(Dekkingsluisteraar::naam).orElse(null));
    }

    @Override
    public void testPlanExecutionFinished(TestPlan testPlan) {
        METER.schrijf(Dekkingsmeter.map(System.getProperty(Dekkingsmeter.RONDE, Dekkingsmeter.LOS)));
    }

    private static String naam(TestIdentifier onderdeel) {
        return onderdeel.getSource().map(bron -> bron instanceof MethodSource methode
                ? methode.getClassName() + "#" + methode.getMethodName()
                : bron instanceof ClassSource klasse ? klasse.getClassName() : null).orElse(null);
    }
}
