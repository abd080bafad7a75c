/**
 * Fuzzing of the check that every model passes. {@code -Dmutants} and {@code -Dseed}, in {@code -DargLine}, make it
 * look longer or elsewhere.
 */
package org.acmconversation.engine.fuzz;
