/** Fuzzing of the check that every model passes; {@code docs/testing.md} says how to repeat a run. */
package org.acmconversation.engine.fuzz;
