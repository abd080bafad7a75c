package org.acmconversation.engagement.web;

import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.acmconversation.database.PageRequest;
import org.acmconversation.engagement.Due;
import org.acmconversation.engagement.EngagementCalendars;
import org.acmconversation.engagement.EngagementFilter;
import org.acmconversation.engagement.EngagementList;
import org.acmconversation.engagement.EngagementPage;
import org.acmconversation.engagement.EngagementQuery;
import org.acmconversation.engagement.EngagementStatus;
import org.acmconversation.engagement.FollowUps;
import org.acmconversation.engagement.Initiative;
import org.acmconversation.engagement.ListCalendars;
import org.acmconversation.engagement.Segment;
import org.acmconversation.engagement.ServiceCatalog;
import org.acmconversation.engagement.Steps;
import org.acmconversation.engagement.WaitingFor;
import org.acmconversation.problem.InvalidRequestException;
import org.acmconversation.savedview.SavedView;
import org.acmconversation.savedview.SavedViews;
import org.acmconversation.webpage.FormValues;
import org.acmconversation.webpage.Page;
import org.acmconversation.webpage.TimeFormats;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/** The list of engagements. Its URL takes the API's parameters, so that saved views work for both. */
@Page
@RequestMapping(path = "/engagements", produces = MediaType.TEXT_HTML_VALUE)
class EngagementListPageController {

    private static final int SIZE = 50;
    private static final String BOARD = "board";

    /** Flash attribute: the person has opened the list, not a certain selection. */
    private static final String OPENING = "opening";

    /** A parameter with a name. */
    private static final Pattern PARAMETER = Pattern.compile("(^|&)[^&=]");

    /**
     * The components of {@link ListParameters} and {@link ListTextParameters}, in the order in which URLs have them.
     */
    static final List<String> PARAMETERS = List.of(
            "status",
            "segment",
            "service",
            "initiative",
            "q",
            "activity",
            "owner",
            "due",
            "waitingFor",
            "from",
            "to",
            "missing",
            "actionOwner",
            "startedBy",
            "role",
            "completed",
            "completedFrom",
            "completedTo",
            "endedFrom",
            "endedTo",
            "sort");

    private final EngagementList list;
    private final Board board;
    private final Steps steps;
    private final ServiceCatalog catalog;
    private final SavedViews views;
    private final EngagementCalendars calendars;

    EngagementListPageController(
            EngagementList list,
            Board board,
            Steps steps,
            ServiceCatalog catalog,
            SavedViews views,
            EngagementCalendars calendars) {
        this.list = list;
        this.board = board;
        this.steps = steps;
        this.catalog = catalog;
        this.views = views;
        this.calendars = calendars;
    }

    @GetMapping
    String list(
            ListParameters parameters,
            BindingResult binding,
            ListTextParameters texts,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam MultiValueMap<String, String> sent,
            @ModelAttribute("moments") TimeFormats moments,
            Principal caller,
            Model model,
            RedirectAttributes result) {
        List<SavedView> saved = views.of(caller.getName());
        Optional<String> opening = sent.isEmpty() ? opening(saved) : Optional.empty();
        if (opening.isPresent()) {
            if (repeats(opening.get())) {
                return refuseDefaultView(result);
            }
            result.addFlashAttribute(OPENING, true);
            return "redirect:/engagements?" + opening.get();
        }
        try {
            parameters.check(binding, texts).checkPage(page, SIZE).throwIfAny();
        } catch (InvalidRequestException invalid) {
            if (!model.containsAttribute(OPENING)) {
                throw invalid;
            }
            return refuseDefaultView(result);
        }
        EngagementFilter filter = parameters.filter(texts, moments.zone());
        boolean isBoard = BOARD.equals(sent.getFirst("view"));
        if (isBoard) {
            model.addAttribute("columns", board.columns(filter, texts.property(), texts.isDescending()));
        } else {
            EngagementPage found = list.findAndCountSome(
                    new EngagementQuery(filter, new PageRequest(page, SIZE), texts.property(), texts.isDescending()));
            model.addAttribute("found", found);
            model.addAttribute("hasNext", hasNext(found));
            model.addAttribute("pages", (found.totalItems() + SIZE - 1) / SIZE);
        }
        model.addAttribute("values", FormValues.sent(sent));
        String query = query(sent);
        model.addAttribute("query", query);
        model.addAttribute("shown", isBoard ? query + (query.isEmpty() ? "" : "&") + "view=" + BOARD : query);
        model.addAttribute("sorted", texts.property().name());
        model.addAttribute("descending", texts.isDescending());
        model.addAttribute("views", saved);
        model.addAttribute("calendars", new ListCalendars(calendars));
        model.addAttribute("only", only(parameters, texts, moments));
        addChoices(model, texts.activity());
        return "engagement/list";
    }

    /**
     * Returns the query of the default view. Clients of the API may have stored any text: characters that are invalid
     * in a URL are escaped, and a query without parameters is ignored because it would redirect here again.
     */
    private static Optional<String> opening(List<SavedView> saved) {
        return saved.stream()
                .filter(SavedView::isDefault)
                .map(view -> UriUtils.encodeQuery(view.query().replaceFirst("^\\?", ""), StandardCharsets.UTF_8)
                        .replaceAll("%25(?=\\p{XDigit}{2})", "%"))
                .filter(query -> PARAMETER.matcher(query).find())
                .findFirst();
    }

    /** Whether a query repeats a parameter; a request for it would be rejected before it gets here. */
    private static boolean repeats(String query) {
        return UriComponentsBuilder.newInstance().query(query).build().getQueryParams().entrySet().stream()
                .anyMatch(parameter ->
                        !parameter.getKey().isEmpty() && parameter.getValue().size() > 1);
    }

    private static String refuseDefaultView(RedirectAttributes result) {
        result.addFlashAttribute("refused", "refused.defaultView");
        return "redirect:/engagements?page=0";
    }

    private static boolean hasNext(EngagementPage found) {
        return found.totalItems() > EngagementList.COUNTED
                ? found.items().size() == SIZE
                : (found.page() + 1L) * SIZE < found.totalItems();
    }

    /** Filters that can only be set by a link, in readable form. */
    private Map<String, String> only(ListParameters parameters, ListTextParameters texts, TimeFormats moments) {
        Map<String, String> only = new LinkedHashMap<>();
        add(only, "from", parameters.from(), moments);
        add(only, "to", parameters.to(), moments);
        add(only, "endedFrom", parameters.endedFrom(), moments);
        add(only, "endedTo", parameters.endedTo(), moments);
        String completed = ListTextParameters.blankToNull(texts.completed());
        if (completed != null) {
            only.put(
                    "completed",
                    steps.all().stream()
                            .filter(step -> step.activityId().equals(completed))
                            .map(Steps.Named::name)
                            .findFirst()
                            .orElse(completed));
        }
        add(only, "completedFrom", parameters.completedFrom(), moments);
        add(only, "completedTo", parameters.completedTo(), moments);
        add(only, "role", texts.role());
        add(only, "startedBy", texts.startedBy());
        return only;
    }

    private static void add(Map<String, String> only, String name, @Nullable Instant moment, TimeFormats moments) {
        if (moment != null) {
            only.put(name, moments.dateTime(moment));
        }
    }

    private static void add(Map<String, String> only, String name, @Nullable String text) {
        if (ListTextParameters.blankToNull(text) != null) {
            only.put(name, text);
        }
    }

    private void addChoices(Model model, @Nullable String activity) {
        model.addAttribute("statuses", EngagementStatus.values());
        model.addAttribute("segments", Segment.values());
        List<Steps.Named> known = steps.all();
        model.addAttribute("steps", known);
        // A link can also select service tasks and steps of earlier models.
        model.addAttribute(
                "otherStep", known.stream().anyMatch(step -> step.activityId().equals(activity)) ? null : activity);
        model.addAttribute("services", catalog.knownServices());
        model.addAttribute("initiatives", Initiative.values());
        model.addAttribute("dues", Due.values());
        model.addAttribute("missing", FollowUps.Missing.values());
        model.addAttribute("systems", WaitingFor.ExternalSystem.values());
    }

    /** The current selection as API parameters, without the page. */
    private static String query(MultiValueMap<String, String> sent) {
        var query = UriComponentsBuilder.newInstance();
        for (String name : PARAMETERS) {
            String value = sent.getFirst(name);
            if (value != null && !value.isEmpty()) {
                query.queryParam(name, "{" + name + "}");
            }
        }
        Map<String, String> values = new LinkedHashMap<>(sent.toSingleValueMap());
        String encoded = query.encode().buildAndExpand(values).toUri().getRawQuery();
        return encoded == null ? "" : encoded;
    }
}
