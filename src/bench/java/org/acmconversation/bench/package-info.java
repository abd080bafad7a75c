/**
 * The product beside a stock Camunda, a stock Flowable and plain JDBC, over one PostgreSQL, from 1,000 to 1,000,000 open
 * tasks: {@code ./mvnw -Pbench verify}. It writes {@code docs/performance.md} and its charts.
 */
package org.acmconversation.bench;
