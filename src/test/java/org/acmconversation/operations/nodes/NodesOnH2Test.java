package org.acmconversation.operations.nodes;

import org.acmconversation.contract.OnH2;

/** Nodes over one database, on H2. */
@OnH2
class NodesOnH2Test extends NodesContract {}
