/**
 * The inbox: a read model of the open tasks filled from the engine's events, forms drawn and validated on the server, the one service
 * that claims and finishes tasks, and the screens. Reads no engine table and knows no procedure's rules.
 */
package nl.schoolgang.werkvoorraad;
