package org.acmconversation.mail;

import org.acmconversation.contract.OnH2;

/** Sending mail, with the queue on H2. */
@OnH2
class MailOnH2Test extends MailContract {}
