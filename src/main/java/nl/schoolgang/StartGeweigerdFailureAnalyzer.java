package nl.schoolgang;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows why the application refuses to start, instead of a stack trace. */
class StartGeweigerdFailureAnalyzer extends AbstractFailureAnalyzer<StartGeweigerd> {

    @Override
    protected FailureAnalysis analyze(Throwable geheel, StartGeweigerd oorzaak) {
        return new FailureAnalysis(oorzaak.getMessage(), oorzaak.watTeDoen(), geheel);
    }
}
