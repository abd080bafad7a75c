/**
 * Compares the product with a stock Camunda, a stock Flowable and plain JDBC on one PostgreSQL, from 1,000 to 1,000,000
 * open tasks: {@code ./mvnw -Pbench verify}. Writes {@code docs/performance.md} and its charts.
 */
package org.acmconversation.bench;
