package org.acmconversation.release;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.acmconversation.database.Transactions;
import org.acmconversation.model.ModelVariableNeeds;
import org.acmconversation.release.ImpactReport.Lack;
import org.acmconversation.release.ImpactReport.Verdict;
import org.acmconversation.release.ImpactReport.WaitingPlace;
import org.acmconversation.release.RunningEngagements.Mapping;
import org.acmconversation.release.RunningEngagements.Place;
import org.acmconversation.release.RunningEngagements.RunningModel;
import org.springframework.stereotype.Component;

/** Determines what a model set would do to the running engagements, by where they wait. */
@Component
class Impacts {

    private final RunningEngagements running;
    private final ReleaseRepository releases;
    private final ModelVariableNeeds needs;
    private final Transactions transactions;
    private final ResultCache<ModelVariableNeeds.OfModels> knownNeeds = new ResultCache<>();

    Impacts(
            RunningEngagements running,
            ReleaseRepository releases,
            ModelVariableNeeds needs,
            Transactions transactions) {
        this.running = running;
        this.releases = releases;
        this.needs = needs;
        this.transactions = transactions;
    }

    /** Returns the impact of a set, with some places already mapped. */
    ImpactReport of(ModelSet set, Collection<Mapping> mappings) {
        return transactions.run(() -> new Assessment(set, mappings).report());
    }

    /** Returns the variables that a set reads and running engagements do not have. */
    List<Lack> lacks(ModelSet set) {
        return transactions.run(() -> new Assessment(set, List.of()).lacks(running::places));
    }

    private ModelVariableNeeds.OfModels needs(ModelSet set) {
        return knownNeeds.of(set.sha256(), () -> needs.of(set.models()));
    }

    /** Returns the engagements that run other models than those of a set. */
    List<String> affected(ModelSet set) {
        return running.of(new Assessment(set, List.of()).changed.keySet());
    }

    /** Returns which mappings the engine would not accept from one of the running models, in words. */
    List<String> refused(ModelSet set, String deploymentId, List<Mapping> mappings) {
        if (mappings.isEmpty()) {
            return List.of();
        }
        var assessment = new Assessment(set, mappings);
        return assessment.changed.values().stream()
                .flatMap(model -> running.refused(model.definitionId(), deploymentId, mappings).stream()
                        .map(mapping -> assessment.refused(model, mapping)))
                .distinct()
                .toList();
    }

    /** Compares one model set with the running engagements. */
    private class Assessment {

        private final ModelSet set;
        private final Collection<Mapping> mappings;
        private final ProcessModels target;
        private final Map<String, RunningModel> models = new HashMap<>();
        /** The models that differ from the set, including everything that they use. */
        private final Map<String, RunningModel> changed = new HashMap<>();

        private final Map<String, ModelSet> deployed = new HashMap<>();
        private final Map<String, ProcessModels> sources = new HashMap<>();
        private final Map<String, List<Change>> changes = new HashMap<>();

        Assessment(ModelSet set, Collection<Mapping> mappings) {
            this.set = set;
            this.mappings = mappings;
            this.target = new ProcessModels(set);
            for (RunningModel model : running.models()) {
                models.put(model.definitionId(), model);
                if (!source(model).isSame(model.process(), target)) {
                    changed.put(model.definitionId(), model);
                }
            }
        }

        private ModelSet deployed(RunningModel model) {
            return deployed.computeIfAbsent(model.deploymentId(), id -> new ModelSet(running.deployed(id)));
        }

        private ProcessModels source(RunningModel model) {
            return sources.computeIfAbsent(model.deploymentId(), id -> new ProcessModels(deployed(model)));
        }

        ImpactReport report() {
            List<Place> places = running.places().stream()
                    .filter(place -> models.containsKey(place.definitionId()))
                    .toList();
            List<Place> lost = places.stream()
                    .filter(place -> verdict(place) == Verdict.LOST)
                    .toList();
            long count = running.count();
            long onOthers = running.countOf(changed.keySet());
            long migratable = onOthers - (lost.isEmpty() ? 0 : running.countAt(lost));
            List<UnmappedActivity> unmapped = unmappedActivities(lost);
            return new ImpactReport(
                    new Impact(
                            count,
                            count - onOthers,
                            migratable,
                            unmapped.stream().map(UnmappedActivity::place).toList()),
                    unmapped,
                    waitingPlaces(places),
                    lacks(() -> places));
        }

        private Verdict verdict(Place place) {
            RunningModel model = changed.get(place.definitionId());
            return model == null
                    ? Verdict.UNCHANGED
                    : hasPlace(model, place.activityId()) ? Verdict.STAY : Verdict.LOST;
        }

        private boolean hasPlace(RunningModel model, String activity) {
            return mappings.stream()
                    .filter(mapping -> mapping.process().equals(model.process())
                            && mapping.from().equals(activity))
                    .findFirst()
                    .map(mapping -> target.isSameKind(source(model), model.process(), activity, mapping.to()))
                    .orElseGet(() -> target.isSamePlace(source(model), model.process(), activity));
        }

        private String refused(RunningModel model, Mapping mapping) {
            return Changes.text(
                    "blocker.mapping",
                    source(model).nameOf(model.process(), mapping.from()),
                    source(model).nameOf(model.process()),
                    target.nameOf(model.process(), mapping.to()));
        }

        private RunningModel model(Place place) {
            return Objects.requireNonNull(models.get(place.definitionId()));
        }

        /** Engagements of several releases at the same place need one mapping. */
        private List<UnmappedActivity> unmappedActivities(List<Place> lost) {
            Map<String, List<Place>> byActivity = lost.stream()
                    .collect(Collectors.groupingBy(
                            place -> model(place).process() + " " + place.activityId(),
                            TreeMap::new,
                            Collectors.toList()));
            return byActivity.values().stream().map(this::lostPlace).toList();
        }

        private UnmappedActivity lostPlace(List<Place> places) {
            RunningModel model = model(places.get(0));
            String activity = places.get(0).activityId();
            ProcessModels source = source(model);
            return new UnmappedActivity(
                    new Impact.Place(
                            model.process(),
                            activity,
                            places.stream().mapToLong(Place::count).sum()),
                    source.nameOf(model.process(), activity),
                    source.nameOf(model.process()),
                    target.targets(source, model.process(), activity));
        }

        private List<WaitingPlace> waitingPlaces(List<Place> places) {
            Map<String, Long> numbers = releases.numbersByDeployment();
            return places.stream()
                    .map(place -> {
                        RunningModel model = model(place);
                        ProcessModels source = source(model);
                        return new WaitingPlace(
                                source.nameOf(model.process()),
                                source.nameOf(model.process(), place.activityId()),
                                numbers.get(model.deploymentId()),
                                place.count(),
                                verdict(place),
                                changed.containsKey(place.definitionId())
                                        ? changesAt(model, place.activityId())
                                        : List.of());
                    })
                    .sorted(Comparator.comparing(WaitingPlace::process)
                            .thenComparing(WaitingPlace::activity)
                            .thenComparing(place -> place.release() == null ? 0 : place.release()))
                    .toList();
        }

        /** Returns the changes at a step: the step, its boundary events and its form. */
        private List<String> changesAt(RunningModel model, String activity) {
            ProcessModels source = source(model);
            Set<String> elements = source.with(model.process(), activity);
            Set<String> nowElements = target.with(model.process(), activity);
            return changes
                    .computeIfAbsent(
                            model.deploymentId(),
                            id -> new Comparison(deployed(model), new ModelSet(set.models())).changes())
                    .stream()
                    .filter(change -> change.kind() != Change.Kind.MOVED)
                    .filter(change -> elements.contains(change.elementId())
                            || nowElements.contains(change.elementId())
                            || target.isFormOf(model.process(), activity, change.path()))
                    .map(Change::text)
                    .toList();
        }

        /** Queries where engagements wait only if some place needs variables that it did not need before. */
        List<Lack> lacks(Supplier<List<Place>> places) {
            ModelVariableNeeds.OfModels now = needs(set);
            Map<String, Map<String, List<ModelVariableNeeds.Need>>> added = new HashMap<>();
            changed.forEach((definition, model) -> needs(deployed(model))
                    .byPlace()
                    .getOrDefault(model.process(), Map.of())
                    .forEach((activity, before) -> {
                        Set<String> known = before.stream()
                                .map(ModelVariableNeeds.Need::variable)
                                .collect(Collectors.toSet());
                        List<ModelVariableNeeds.Need> more =
                                now.from(model.process(), targetOf(model, activity)).stream()
                                        .filter(need -> !known.contains(need.variable()))
                                        .toList();
                        if (!more.isEmpty()) {
                            added.computeIfAbsent(definition, id -> new HashMap<>())
                                    .put(activity, more);
                        }
                    }));
            List<Lack> lacks = new ArrayList<>();
            if (!added.isEmpty()) {
                places.get()
                        .forEach(place -> added.getOrDefault(place.definitionId(), Map.of())
                                .getOrDefault(place.activityId(), List.of())
                                .forEach(need -> add(lacks, place, need)));
            }
            return lacks;
        }

        private String targetOf(RunningModel model, String activity) {
            return mappings.stream()
                    .filter(mapping -> mapping.process().equals(model.process())
                            && mapping.from().equals(activity))
                    .map(Mapping::to)
                    .findFirst()
                    .orElse(activity);
        }

        private void add(List<Lack> lacks, Place place, ModelVariableNeeds.Need need) {
            long count = running.countWithout(need.variable(), place);
            if (count > 0) {
                RunningModel model = model(place);
                lacks.add(new Lack(
                        need.file(),
                        need.elementId(),
                        Changes.text(
                                count == 1 ? "finding.lacks.one" : "finding.lacks",
                                Changes.quoted(need.elementName()),
                                need.variable(),
                                Changes.quoted(source(model).nameOf(model.process(), place.activityId())),
                                count)));
            }
        }
    }
}
