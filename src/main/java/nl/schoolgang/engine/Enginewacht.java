package nl.schoolgang.engine;

import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;

/**
 * Stands around every engine command. On a thread that serves a web request it lets none through as long as nobody is
 * logged in to the engine; and it hands our own refusals on as they are, where the engine would wrap them into a
 * server fault.
 */
final class Enginewacht extends CommandInterceptor {

    /** The engine has a message for this, but no exception of its own; its REST interface would answer 500. */
    private static final String ANDERE_GEMEENTE = "belongs to no authenticated tenant";

    private final BooleanSupplier aangemeld;

    Enginewacht(BooleanSupplier aangemeld) {
        this.aangemeld = aangemeld;
    }

    @Override
    public <T> T execute(Command<T> command) {
        if (Webdraad.isGemarkeerd() && !aangemeld.getAsBoolean()) {
            throw new AuthorizationException("Geweigerd: dit verzoek heeft geen aanmelding bij de engine.");
        }
        try {
            return next.execute(command);
        } catch (AuthorizationException e) {
            throw e;
        } catch (RuntimeException e) {
            throw onthul(e);
        }
    }

    private static RuntimeException onthul(RuntimeException fout) {
        if (fout instanceof ProcessEngineException && Objects.toString(fout.getMessage(), "").contains(ANDERE_GEMEENTE)) {
            return new AuthorizationException("Geweigerd: dit hoort bij een andere gemeente.");
        }
        for (Throwable t = fout; t != null; t = t.getCause()) {
            if (t instanceof RuntimeException eigen && isEigen(eigen)) {
                return eigen;
            }
        }
        return fout;
    }

    private static boolean isEigen(RuntimeException fout) {
        return fout instanceof FormFieldValidationException || fout.getClass().getPackageName().startsWith("nl.schoolgang.");
    }
}
