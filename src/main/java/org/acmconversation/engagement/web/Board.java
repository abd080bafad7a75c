package org.acmconversation.engagement.web;

import java.util.List;
import org.acmconversation.database.PageRequest;
import org.acmconversation.engagement.CurrentActivity;
import org.acmconversation.engagement.EngagementFilter;
import org.acmconversation.engagement.EngagementList;
import org.acmconversation.engagement.EngagementPage;
import org.acmconversation.engagement.EngagementQuery;
import org.acmconversation.engagement.EngagementState;
import org.acmconversation.engagement.Steps;
import org.springframework.stereotype.Component;

/** Engagements by their current step. An engagement at several steps is in several columns. */
@Component
class Board {

    /** Maximum number of cards in a column; the list shows all engagements. */
    private static final int CARDS = 10;

    private final EngagementList list;
    private final Steps steps;

    Board(EngagementList list, Steps steps) {
        this.list = list;
        this.steps = steps;
    }

    /**
     * A step.
     *
     * @param total number of engagements at the step, counted as far as the list counts; the cards show some of them
     */
    record Column(String activityId, String name, List<Card> cards, long total) {}

    /** An engagement and its task at that step. */
    record Card(EngagementState state, CurrentActivity activity) {}

    /** One column per step, in the order of the models; only one if the filter names a step. */
    List<Column> columns(EngagementFilter filter, EngagementQuery.Sort sort, boolean descending) {
        return steps.all().stream()
                .filter(step -> filter.activity() == null || filter.activity().equals(step.activityId()))
                .map(step -> column(step, filter, sort, descending))
                .toList();
    }

    private Column column(Steps.Named step, EngagementFilter filter, EngagementQuery.Sort sort, boolean descending) {
        EngagementPage found = list.findAndCountSome(
                new EngagementQuery(filter.at(step.activityId()), new PageRequest(0, CARDS), sort, descending));
        List<Card> cards = found.items().stream()
                .flatMap(state -> state.currentActivities().stream()
                        .filter(activity -> activity.activityId().equals(step.activityId()))
                        .limit(1)
                        .map(activity -> new Card(state, activity)))
                .toList();
        return new Column(step.activityId(), step.name(), cards, found.totalItems());
    }
}
