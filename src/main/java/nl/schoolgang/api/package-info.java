/** The REST controllers of {@code /api/v1} that belong to no single room, and the answers to everything that goes wrong there. */
package nl.schoolgang.api;
