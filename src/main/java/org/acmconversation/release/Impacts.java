package org.acmconversation.release;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.acmconversation.database.Transactions;
import org.acmconversation.release.RunningEngagements.Mapping;
import org.acmconversation.release.RunningEngagements.Place;
import org.acmconversation.release.RunningEngagements.RunningModel;
import org.springframework.stereotype.Component;

/** Says what a model set would do to the running engagements, from where they wait. */
@Component
class Impacts {

    private final RunningEngagements running;
    private final Transactions transactions;

    Impacts(RunningEngagements running, Transactions transactions) {
        this.running = running;
        this.transactions = transactions;
    }

    /** Returns the impact of a set; what a mapping moves needs none any more. */
    Impact of(ModelSet set, Collection<Mapping> mappings) {
        return transactions.run(() -> impact(set, mappings));
    }

    private Impact impact(ModelSet set, Collection<Mapping> mappings) {
        Map<String, RunningModel> changed = changed(set);
        var target = new ProcessModels(set);
        Map<String, ProcessModels> sources = new HashMap<>();
        List<Place> lost = new ArrayList<>();
        for (Place place : running.places()) {
            RunningModel model = changed.get(place.definitionId());
            if (model != null) {
                ProcessModels source = sources.computeIfAbsent(
                        model.deploymentId(), id -> new ProcessModels(new ModelSet(running.deployed(id))));
                if (!hasPlace(model.process(), place.activityId(), source, target, mappings)) {
                    lost.add(place);
                }
            }
        }
        long count = running.count();
        long onOthers = running.countOf(changed.keySet());
        return new Impact(
                count,
                count - onOthers,
                onOthers - (lost.isEmpty() ? 0 : running.countAt(lost)),
                byProcess(lost, changed));
    }

    private static boolean hasPlace(
            String process, String activity, ProcessModels source, ProcessModels target, Collection<Mapping> mappings) {
        return mappings.stream()
                .filter(mapping ->
                        mapping.process().equals(process) && mapping.from().equals(activity))
                .findFirst()
                .map(mapping -> target.isSameKind(source, process, activity, mapping.to()))
                .orElseGet(() -> target.isSamePlace(source, process, activity));
    }

    private static List<Impact.Place> byProcess(List<Place> places, Map<String, RunningModel> models) {
        Map<String, Map<String, Long>> counts = new TreeMap<>();
        for (Place place : places) {
            RunningModel model = models.get(place.definitionId());
            if (model != null) {
                counts.computeIfAbsent(model.process(), process -> new TreeMap<>())
                        .merge(place.activityId(), place.count(), Long::sum);
            }
        }
        return counts.entrySet().stream()
                .flatMap(process -> process.getValue().entrySet().stream()
                        .map(activity -> new Impact.Place(process.getKey(), activity.getKey(), activity.getValue())))
                .toList();
    }

    /**
     * Returns where engagements wait that have no place in a set, with the activities to which they could go. What a
     * mapping moves has one.
     */
    List<LostPlace> lostPlaces(ModelSet set, Collection<Mapping> mappings) {
        return transactions.run(() -> {
            List<Impact.Place> places = impact(set, mappings).needsMapping();
            if (places.isEmpty()) {
                return List.of();
            }
            var target = new ProcessModels(set);
            Map<String, ProcessModels> sources = changed(set).values().stream()
                    .collect(Collectors.toMap(
                            RunningModel::process,
                            model -> new ProcessModels(new ModelSet(running.deployed(model.deploymentId()))),
                            (one, other) -> one));
            return places.stream()
                    .map(place -> lostPlace(place, Objects.requireNonNull(sources.get(place.process())), target))
                    .toList();
        });
    }

    private static LostPlace lostPlace(Impact.Place place, ProcessModels source, ProcessModels target) {
        return new LostPlace(
                place,
                source.nameOf(place.process(), place.activityId()),
                source.nameOf(place.process()),
                target.targets(source, place.process(), place.activityId()));
    }

    /** Returns the engagements that run other models than those of a set. */
    List<String> affected(ModelSet set) {
        return running.of(changed(set).keySet());
    }

    /** Returns the definitions that run and differ from those of the set, with all that they use. */
    private Map<String, RunningModel> changed(ModelSet set) {
        var target = new ProcessModels(set);
        Map<String, ProcessModels> sources = new HashMap<>();
        Set<RunningModel> models = Set.copyOf(running.models());
        return models.stream()
                .filter(model -> !sources.computeIfAbsent(
                                model.deploymentId(), id -> new ProcessModels(new ModelSet(running.deployed(id))))
                        .isSame(model.process(), target))
                .collect(Collectors.toMap(RunningModel::definitionId, model -> model));
    }
}
