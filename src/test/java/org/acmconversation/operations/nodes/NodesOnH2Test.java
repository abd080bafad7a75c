package org.acmconversation.operations.nodes;

import org.acmconversation.contract.OnH2;

/** Nodes on H2. */
@OnH2
class NodesOnH2Test extends NodesContract {}
