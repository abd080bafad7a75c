package org.acmconversation.engagement;

import org.acmconversation.contract.OnH2;

@OnH2
class SearchKeysOnH2Test extends SearchKeysContract {}
