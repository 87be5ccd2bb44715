/**
 * Everything that is Camunda: configuration, identity and tenants, listeners on every model, expressions for models, and the
 * facade through which the other rooms use the engine. Knows no procedure.
 */
package nl.schoolgang.engine;
