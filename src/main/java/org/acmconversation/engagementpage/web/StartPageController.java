package org.acmconversation.engagementpage.web;

import java.util.List;
import java.util.UUID;
import org.acmconversation.engagement.EngagementExistsException;
import org.acmconversation.engagement.Engagements;
import org.acmconversation.engagement.Initiative;
import org.acmconversation.engagement.NewEngagement;
import org.acmconversation.engagement.Segment;
import org.acmconversation.engagement.ServiceCatalog;
import org.acmconversation.engagement.SimilarEngagement;
import org.acmconversation.engagement.SimilarEngagements;
import org.acmconversation.ftop.EngagementPreviews;
import org.acmconversation.idempotency.IdempotencyKeyReusedException;
import org.acmconversation.idempotency.IdempotentRequests;
import org.acmconversation.problem.InvalidRequestException;
import org.acmconversation.problem.ProblemException;
import org.acmconversation.webpage.FormValues;
import org.acmconversation.webpage.Page;
import org.springframework.http.MediaType;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The form that starts an engagement. A review step shows the FTOP tasks that it will create and similar engagements.
 */
@Page
@RequestMapping(path = "/engagements/new", produces = MediaType.TEXT_HTML_VALUE)
class StartPageController {

    /** Ids of the similar engagements that the person has seen. */
    private static final String SEEN = "seen";

    private final Engagements engagements;
    private final SimilarEngagements similarEngagements;
    private final EngagementPreviews previews;
    private final IdempotentRequests requests;
    private final ServiceCatalog catalog;
    private final StartForm form;

    StartPageController(
            Engagements engagements,
            SimilarEngagements similarEngagements,
            EngagementPreviews previews,
            IdempotentRequests requests,
            ServiceCatalog catalog,
            StartForm form) {
        this.engagements = engagements;
        this.similarEngagements = similarEngagements;
        this.previews = previews;
        this.requests = requests;
        this.catalog = catalog;
        this.form = form;
    }

    @GetMapping
    String show(Model model) {
        return page(StartForm.empty(), model);
    }

    @PostMapping
    String send(
            @RequestParam MultiValueMap<String, String> fields,
            @RequestParam(defaultValue = "false") boolean start,
            @ModelAttribute("resumed") boolean resumed,
            Model model,
            RedirectAttributes result) {
        FormValues values = FormValues.sent(fields);
        if (resumed) {
            return page(values, model);
        }
        NewEngagement request;
        try {
            request = form.request(values);
        } catch (InvalidRequestException invalid) {
            values.reject(invalid);
            return page(values, model);
        }
        try {
            return start ? start(request, values, model, result) : review(request, values, model);
        } catch (EngagementExistsException exists) {
            model.addAttribute(
                    "existing",
                    engagements.findIdByExternalId(request.externalId()).orElseThrow());
        } catch (IdempotencyKeyReusedException reused) {
            return withNewKey(fields, model);
        } catch (ProblemException refusal) {
            model.addAttribute("refused", "refused." + refusal.type());
        }
        return page(values, model);
    }

    private String start(NewEngagement request, FormValues values, Model model, RedirectAttributes result) {
        boolean isKnown = similar(request).stream()
                .allMatch(engagement -> values.has(SEEN, engagement.id().toString()));
        if (!isKnown && !isSentAgain(request)) {
            return review(request, values, model);
        }
        UUID id = requests.createOnce(
                values.get(StartForm.KEY),
                request,
                () -> engagements.start(request).id());
        result.addFlashAttribute("done", "done.started");
        return "redirect:/engagements/" + id;
    }

    /** Otherwise the engagement that the form started would be reported as similar. */
    private boolean isSentAgain(NewEngagement request) {
        return engagements.findIdByExternalId(request.externalId()).isPresent();
    }

    private String review(NewEngagement request, FormValues values, Model model) {
        model.addAttribute("similar", similar(request));
        model.addAttribute("preview", previews.of(request));
        return page(values, model);
    }

    private List<SimilarEngagement> similar(NewEngagement request) {
        return similarEngagements.find(
                request.externalId(),
                request.customer().tenantId(),
                request.customer().name());
    }

    /**
     * The form has already started an engagement and was then changed (with the browser's back button); submitting it
     * starts another one.
     */
    private String withNewKey(MultiValueMap<String, String> fields, Model model) {
        var changed = new LinkedMultiValueMap<>(fields);
        changed.set(StartForm.KEY, UUID.randomUUID().toString());
        model.addAttribute("refused", "refused.started-before");
        return page(FormValues.sent(changed), model);
    }

    private String page(FormValues values, Model model) {
        model.addAttribute("values", values);
        model.addAttribute("segments", Segment.values());
        model.addAttribute("services", catalog.knownServices());
        model.addAttribute("initiatives", Initiative.values());
        return "engagementpage/start";
    }
}
