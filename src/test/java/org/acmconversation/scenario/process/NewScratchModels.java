package org.acmconversation.scenario.process;

import org.acmconversation.scenario.ScratchModels;

/** For tests in other packages. */
public class NewScratchModels {

    private NewScratchModels() {}

    public static ScratchModels create() {
        return new CamundaScratchModels();
    }
}
