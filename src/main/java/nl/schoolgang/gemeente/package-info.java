/** Municipalities (= tenants of the engine), employees with their roles, and the table of rights. Knows no procedure. */
package nl.schoolgang.gemeente;
