package org.acmconversation.model;

import java.util.List;

/** At every gateway people can read the conditions, and the engine always finds a path. */
class GatewayRules implements ModelRule {

    @Override
    public void check(ModelFiles models, KnownNames known, Report report) {
        models.inProcesses().filter(ModelElement::isFlowNode).forEach(node -> {
            List<ModelElement> flows = models.outgoing(node);
            if (!node.isGateway()) {
                checkNoImplicitFork(node, flows, report);
            } else if (flows.size() > 1) {
                checkFork(node, flows, report);
            } else {
                checkNoConditions(node, flows, "gateway.needlessCondition", report);
            }
        });
    }

    private static void checkNoImplicitFork(ModelElement node, List<ModelElement> flows, Report report) {
        if (flows.size() > 1) {
            report.add(node, "gateway.implicitFork", ids(flows));
        }
        checkNoConditions(node, flows, "gateway.needed", report);
    }

    private static void checkNoConditions(ModelElement node, List<ModelElement> flows, String message, Report report) {
        if (!node.attribute("default").isEmpty() || flows.stream().anyMatch(GatewayRules::hasCondition)) {
            report.add(node, message);
        }
    }

    private static void checkFork(ModelElement gateway, List<ModelElement> flows, Report report) {
        flows.stream()
                .filter(flow -> flow.name().isEmpty())
                .forEach(flow -> report.add(flow, "gateway.flowName", gateway.id(), gateway.name()));
        if (gateway.is("exclusiveGateway", "inclusiveGateway")) {
            if (!(gateway.name().startsWith("¿") && gateway.name().endsWith("?"))) {
                report.add(gateway, "gateway.question");
            }
            checkDefault(gateway, flows, report);
        } else {
            checkNoConditions(gateway, flows, "gateway.needlessCondition", report);
        }
    }

    private static void checkDefault(ModelElement gateway, List<ModelElement> flows, Report report) {
        String defaultFlow = gateway.attribute("default");
        if (flows.stream().noneMatch(flow -> flow.id().equals(defaultFlow))) {
            report.add(gateway, "gateway.default", ids(flows));
        }
        for (ModelElement flow : flows) {
            boolean isDefault = flow.id().equals(defaultFlow);
            if (isDefault && hasCondition(flow)) {
                report.add(flow, "gateway.defaultCondition");
            } else if (!isDefault && !hasCondition(flow)) {
                report.add(flow, "gateway.condition");
            }
        }
    }

    private static boolean hasCondition(ModelElement flow) {
        return flow.child("conditionExpression").isPresent();
    }

    private static List<String> ids(List<ModelElement> flows) {
        return flows.stream().map(ModelElement::id).toList();
    }
}
