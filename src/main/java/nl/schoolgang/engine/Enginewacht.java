package nl.schoolgang.engine;

import java.util.Objects;
import java.util.function.Supplier;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;

/**
 * Stands around every engine command. On a thread that serves a web request it lets none through without an
 * authentication; and it hands our own refusals on as they are, where the engine would wrap them into a server fault.
 */
final class Enginewacht extends CommandInterceptor {

    /** The engine has a message for this, but no exception of its own; its REST interface would answer 500. */
    private static final String ANDERE_GEMEENTE = "belongs to no authenticated tenant";

    private final Supplier<IdentityService> identityService;

    Enginewacht(Supplier<IdentityService> identityService) {
        this.identityService = identityService;
    }

    @Override
    public <T> T execute(Command<T> command) {
        if (!Webdraad.isGemarkeerd() || isAangemeld()) {
            return voerUit(command);
        }
        // Cockpit takes the authentication away to look around unchecked: the sender's own rights hold then too.
        Webdraad.Verzender verzender = Webdraad.verzender();
        if (verzender == null) {
            throw new AuthorizationException("Geweigerd: dit verzoek heeft geen aanmelding bij de engine.");
        }
        identityService.get().setAuthentication(verzender.gebruikersnaam(), verzender.groepen(), verzender.gemeenten());
        try {
            return voerUit(command);
        } finally {
            identityService.get().clearAuthentication();
        }
    }

    private boolean isAangemeld() {
        Authentication wie = identityService.get().getCurrentAuthentication();
        return wie != null && wie.getUserId() != null;
    }

    private <T> T voerUit(Command<T> command) {
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
