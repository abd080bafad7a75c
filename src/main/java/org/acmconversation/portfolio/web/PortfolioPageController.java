package org.acmconversation.portfolio.web;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.acmconversation.engagement.Initiative;
import org.acmconversation.engagement.Segment;
import org.acmconversation.engagement.ServiceCatalog;
import org.acmconversation.engagement.Steps;
import org.acmconversation.model.ConversationModel.CandidateGroup;
import org.acmconversation.portfolio.Portfolio;
import org.acmconversation.portfolio.PortfolioQuery;
import org.acmconversation.portfolio.Portfolios;
import org.acmconversation.portfolio.web.PortfolioController.Selection;
import org.acmconversation.webpage.FormValues;
import org.acmconversation.webpage.Page;
import org.acmconversation.webpage.TimeFormats;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** The portfolio page: the API's figures, each linked to its engagements. */
@Page
class PortfolioPageController {

    private final Portfolios portfolios;
    private final Steps steps;
    private final ServiceCatalog catalog;

    PortfolioPageController(Portfolios portfolios, Steps steps, ServiceCatalog catalog) {
        this.portfolios = portfolios;
        this.steps = steps;
        this.catalog = catalog;
    }

    @GetMapping(path = "/portfolio", produces = MediaType.TEXT_HTML_VALUE)
    String show(
            Selection chosen,
            BindingResult binding,
            @RequestParam(required = false) @Nullable String service,
            @RequestParam(required = false) @Nullable String role,
            @RequestParam MultiValueMap<String, String> sent,
            @ModelAttribute("moments") TimeFormats moments,
            Locale language,
            Model model) {
        if (chosen.isBackwards()) {
            model.addAttribute("refused", "refused.period");
        }
        Selection selection = chosen.isBackwards() ? chosen.ofAllTime() : chosen;
        selection.check(binding, service, role);
        PortfolioQuery query = selection.query(service, role);
        Portfolio portfolio = portfolios.find(query);
        model.addAttribute("portfolio", portfolio);
        model.addAttribute("deadlines", deadlines(portfolio));
        model.addAttribute("heatMaps", heatMaps(portfolio, moments, NumberFormat.getIntegerInstance(language)));
        model.addAttribute("mondays", mondays(portfolio));
        model.addAttribute("startedIn", weeks(portfolio, "from", "to"));
        model.addAttribute("endedIn", weeks(portfolio, "endedFrom", "endedTo"));
        model.addAttribute("values", FormValues.sent(sent));
        model.addAttribute("filter", filter(query));
        model.addAttribute("ofRole", ofRole(query));
        model.addAttribute("period", period(selection, "from", "to"));
        model.addAttribute("completedThen", period(selection, "completedFrom", "completedTo"));
        model.addAttribute("segments", Segment.values());
        model.addAttribute("services", catalog.knownServices());
        model.addAttribute("initiatives", Initiative.values());
        model.addAttribute("roles", CandidateGroup.ALL);
        return "portfolio/portfolio";
    }

    /** Returns the number of open tasks that are overdue, due soon, and neither. */
    private static Map<String, Long> deadlines(Portfolio portfolio) {
        long open = sum(portfolio, Portfolio.Step::open);
        long overdue = sum(portfolio, Portfolio.Step::overdue);
        long dueSoon = sum(portfolio, Portfolio.Step::dueSoon);
        Map<String, Long> deadlines = new LinkedHashMap<>();
        deadlines.put("overdue", overdue);
        deadlines.put("dueSoon", dueSoon);
        deadlines.put("fine", open - overdue - dueSoon);
        return deadlines;
    }

    private static long sum(Portfolio portfolio, ToLongFunction<Portfolio.Step> figure) {
        return portfolio.steps().stream().mapToLong(figure).sum();
    }

    /** Returns the processes that have steps with figures, in order. */
    private List<HeatMap> heatMaps(Portfolio portfolio, TimeFormats moments, NumberFormat numbers) {
        var byProcess =
                portfolio.steps().stream().collect(groupingBy(Portfolio.Step::processId, LinkedHashMap::new, toList()));
        return byProcess.entrySet().stream()
                .flatMap(process -> steps
                        .process(process.getKey())
                        .map(model -> HeatMap.of(
                                model.processId(), model.name(), process.getValue(), moments::span, numbers::format))
                        .stream())
                .toList();
    }

    /** Returns the query parameters that select the engagements of a week, by week. */
    private static Map<String, String> weeks(Portfolio portfolio, String from, String to) {
        return mondays(portfolio).entrySet().stream()
                .collect(toMap(
                        Map.Entry::getKey,
                        week -> "%s=%s&%s=%s"
                                .formatted(
                                        from,
                                        beginning(week.getValue()),
                                        to,
                                        beginning(week.getValue().plusWeeks(1)))));
    }

    /** The first day of each week; few people know their weeks by number. */
    private static Map<String, LocalDate> mondays(Portfolio portfolio) {
        return portfolio.weeks().stream()
                .map(Portfolio.Week::week)
                .collect(toMap(
                        Function.identity(), week -> LocalDate.parse(week + "-1", DateTimeFormatter.ISO_WEEK_DATE)));
    }

    /** The latest version of a process, which the page draws. */
    @GetMapping(path = "/portfolio/models/{processId}", produces = MediaType.APPLICATION_XML_VALUE)
    ResponseEntity<byte[]> model(@PathVariable String processId) {
        return steps.process(processId)
                .map(process ->
                        ResponseEntity.ok().cacheControl(CacheControl.noCache()).body(process.bpmn()))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    /** Returns the query parameters of the filter, for links to the engagements of a figure. */
    private static String filter(PortfolioQuery selection) {
        var parameters = new LinkedMultiValueMap<String, String>();
        add(parameters, "segment", selection.segment());
        add(parameters, "service", selection.service());
        add(parameters, "initiative", selection.initiative());
        return query(parameters);
    }

    /** Returns the query parameter of the role, for links from figures of open tasks. */
    private static String ofRole(PortfolioQuery selection) {
        var parameters = new LinkedMultiValueMap<String, String>();
        add(parameters, "role", selection.role());
        return query(parameters);
    }

    /** Returns the query parameters of the period (days in UTC), under the parameter names of the list. */
    private static String period(Selection selection, String from, String to) {
        var parameters = new LinkedMultiValueMap<String, String>();
        add(parameters, from, beginning(selection.from()));
        add(parameters, to, beginning(selection.to()));
        return query(parameters);
    }

    private static @Nullable String beginning(@Nullable LocalDate day) {
        return day == null ? null : day + "T00:00:00Z";
    }

    private static void add(MultiValueMap<String, String> parameters, String name, @Nullable Object value) {
        if (value != null) {
            parameters.add(name, value.toString());
        }
    }

    private static String query(MultiValueMap<String, String> parameters) {
        String query = UriComponentsBuilder.newInstance()
                .queryParams(parameters)
                .encode()
                .build()
                .getQuery();
        return query == null ? "" : "&" + query;
    }
}
