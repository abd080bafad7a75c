/** What tests share that listen on the loopback interface. */
package org.acmconversation.loopback;
