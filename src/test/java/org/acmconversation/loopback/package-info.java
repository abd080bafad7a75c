/** Helpers for tests that listen on the loopback interface. */
package org.acmconversation.loopback;
