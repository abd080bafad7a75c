package org.acmconversation.release;

import org.acmconversation.contract.OnH2;

@OnH2
class JarModelsOnH2Test extends JarModelsContract {}
