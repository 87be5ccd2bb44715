package nl.schoolgang.bericht;

import java.util.Map;
import java.util.regex.Pattern;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.engine.IterationStatusVar;
import org.thymeleaf.exceptions.TemplateProcessingException;
import org.thymeleaf.standard.expression.IStandardVariableExpression;
import org.thymeleaf.standard.expression.IStandardVariableExpressionEvaluator;
import org.thymeleaf.standard.expression.StandardExpressionExecutionContext;

/**
 * What may stand in <code>${…}</code> of a letter or a message: a name, or names with dots between them, looked up in the data that the letter is given. No
 * methods, classes or beans: a template is data and runs no code.
 */
public final class Sjabloonuitdrukking implements IStandardVariableExpressionEvaluator {

    /** What an expression may be: names with dots between them. */
    public static final Pattern PAD = Pattern.compile("[A-Za-z][A-Za-z0-9_]*(\\.[A-Za-z][A-Za-z0-9_]*)*");

    @Override
    public Object evaluate(IExpressionContext context, IStandardVariableExpression uitdrukking, StandardExpressionExecutionContext stand) {
        String pad = uitdrukking.getExpression().strip();
        if (!PAD.matcher(pad).matches()) {
            throw new TemplateProcessingException("alleen namen met punten ertussen kunnen worden ingevuld, niet: " + pad);
        }
        String[] namen = pad.split("\\.");
        if (!context.containsVariable(namen[0])) {
            throw new TemplateProcessingException("'" + namen[0] + "' is hier niet bekend");
        }
        Object waarde = context.getVariable(namen[0]);
        for (int i = 1; i < namen.length && waarde != null; i++) {
            waarde = achterDePunt(waarde, namen[i]);
        }
        return waarde;
    }

    private static Object achterDePunt(Object waarde, String naam) {
        if (waarde instanceof IterationStatusVar stand) {
            return switch (naam) {
                case "first" -> stand.isFirst();
                case "last" -> stand.isLast();
                case "count" -> stand.getCount();
                default -> null;
            };
        }
        return waarde instanceof Map<?, ?> kaart ? kaart.get(naam) : null;
    }
}
