/**
 * Messages to other organisations (DUO, schools, partners) and letters by e-mail: a transactional outbox, and channels that drop each
 * message as a file or send it as e-mail. Delivered at least once, under an id that stays the same.
 */
package nl.schoolgang.bericht;
