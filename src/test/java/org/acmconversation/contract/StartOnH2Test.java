package org.acmconversation.contract;

@OnH2
class StartOnH2Test extends StartContract {}
