/**
 * How the engine's rows are read and written: the same rows, in fewer statements (docs/adr/0011). What is replaced are
 * the engine's own sessions and managers of rows, and a few of its statements, {@code statements.xml}.
 */
package org.acmconversation.engine.persistence;
