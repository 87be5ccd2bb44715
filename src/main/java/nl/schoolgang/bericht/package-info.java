/**
 * Messages to other organisations (DUO, schools): a transactional outbox and a channel that drops each message as a file.
 * Delivered at least once, under an id that stays the same.
 */
package nl.schoolgang.bericht;
