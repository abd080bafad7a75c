package org.acmconversation.engagement.web;

import org.acmconversation.contract.OnH2;

@OnH2
class ExpiredAnswersOnH2Test extends ExpiredAnswersContract {}
