package org.acmconversation.engine;

@AttackTest
class TaskCountsOnH2Test extends TaskCountsContract {}
