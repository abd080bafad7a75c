package org.acmconversation.portfolio.web;

import java.time.LocalDate;
import org.acmconversation.engagement.Initiative;
import org.acmconversation.engagement.Segment;
import org.acmconversation.engagement.ServiceCatalog;
import org.acmconversation.page.FormValues;
import org.acmconversation.page.Moments;
import org.acmconversation.page.Page;
import org.acmconversation.portfolio.PortfolioQuery;
import org.acmconversation.portfolio.Portfolios;
import org.acmconversation.portfolio.web.PortfolioController.Selection;
import org.acmconversation.problem.VisibleText;
import org.springframework.http.MediaType;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
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
            @RequestParam MultiValueMap<String, String> sent,
            @ModelAttribute("moments") Moments moments,
            Model model) {
        selection.check();
        String service =
                selection.service() == null || VisibleText.isBlank(selection.service()) ? null : selection.service();
        model.addAttribute(
                "portfolio",
                portfolios.find(new PortfolioQuery(
                        selection.from(),
                        selection.to(),
                        selection.segment(),
                        service,
                        selection.initiative(),
                        moments.zone())));
        model.addAttribute("values", FormValues.sent(sent));
        model.addAttribute("filter", filter(selection, service));
        model.addAttribute("period", period(selection));
        model.addAttribute("segments", Segment.values());
        model.addAttribute("services", catalog.knownServices());
        model.addAttribute("initiatives", Initiative.values());
        return "portfolio/portfolio";
    }

    /** What a link to the engagements behind a figure adds: those of the filter. */
    private static String filter(Selection selection, String service) {
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

    private static String beginning(LocalDate day) {
        return day == null ? null : day + "T00:00:00Z";
    }

    private static void add(MultiValueMap<String, String> parameters, String name, Object value) {
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
