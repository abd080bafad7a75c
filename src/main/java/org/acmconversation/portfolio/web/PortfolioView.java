package org.acmconversation.portfolio.web;

import java.time.LocalDate;
import org.acmconversation.engagement.Initiative;
import org.acmconversation.engagement.Segment;
import org.acmconversation.engagement.ServiceCatalog;
import org.acmconversation.page.FormValues;
import org.acmconversation.page.Moments;
import org.acmconversation.page.Page;
import org.acmconversation.portfolio.Portfolios;
import org.acmconversation.portfolio.web.PortfolioController.Selection;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** The page of the portfolio: the figures of the API, each with a link to the engagements behind it. */
@Page
class PortfolioView {

    private final Portfolios portfolios;
    private final ServiceCatalog catalog;

    PortfolioView(Portfolios portfolios, ServiceCatalog catalog) {
        this.portfolios = portfolios;
        this.catalog = catalog;
    }

    @GetMapping(path = "/portfolio", produces = MediaType.TEXT_HTML_VALUE)
    String show(
            Selection selection,
            BindingResult binding,
            @RequestParam(required = false) @Nullable String service,
            @RequestParam MultiValueMap<String, String> sent,
            @ModelAttribute("moments") Moments moments,
            Model model) {
        selection.check(binding, service);
        String wanted = PortfolioController.blankToNull(service);
        model.addAttribute("portfolio", portfolios.find(selection.query(wanted, moments.zone())));
        model.addAttribute("values", FormValues.sent(sent));
        model.addAttribute("filter", filter(selection, wanted));
        model.addAttribute("period", period(selection));
        model.addAttribute("segments", Segment.values());
        model.addAttribute("services", catalog.knownServices());
        model.addAttribute("initiatives", Initiative.values());
        return "portfolio/portfolio";
    }

    /** What a link to the engagements behind a figure adds: those of the filter. */
    private static String filter(Selection selection, @Nullable String service) {
        var parameters = new LinkedMultiValueMap<String, String>();
        add(parameters, "segment", selection.segment());
        add(parameters, "service", service);
        add(parameters, "initiative", selection.initiative());
        return query(parameters);
    }

    /** And those that started in the period, which are days in UTC. */
    private static String period(Selection selection) {
        var parameters = new LinkedMultiValueMap<String, String>();
        add(parameters, "from", beginning(selection.from()));
        add(parameters, "to", beginning(selection.to()));
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
