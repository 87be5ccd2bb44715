package nl.schoolgang.databank;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows why the embedded database does not start, instead of a stack trace. */
class DatabankFailureAnalyzer extends AbstractFailureAnalyzer<DatabankNietTeStarten> {

    @Override
    protected FailureAnalysis analyze(Throwable geheel, DatabankNietTeStarten oorzaak) {
        return new FailureAnalysis(oorzaak.getMessage(), oorzaak.watTeDoen(), geheel);
    }
}
