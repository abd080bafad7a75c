package org.acmconversation.engagement.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.acmconversation.problem.InvalidRequestException;
import org.acmconversation.problem.ProblemException;
import org.acmconversation.webpage.Page;
import org.apache.tomcat.util.http.fileupload.FileItemIterator;
import org.apache.tomcat.util.http.fileupload.FileItemStream;
import org.apache.tomcat.util.http.fileupload.FileUpload;
import org.apache.tomcat.util.http.fileupload.FileUploadException;
import org.apache.tomcat.util.http.fileupload.servlet.ServletRequestContext;
import org.springframework.http.MediaType;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * The page that imports a CSV file and shows its report. The upload is streamed after the login and the CSRF token
 * (which is in the URL) were checked, and is not stored. Importing the same file again changes nothing.
 */
@Page
@RequestMapping(path = "/engagements/import", produces = MediaType.TEXT_HTML_VALUE)
class ImportPageController {

    /**
     * Maximum number of rejections shown; if the file is not a table of engagements, the first rows suffice to see
     * that.
     */
    private static final int SHOWN = 500;

    private final EngagementImport engagementImport;
    private final ImportProperties properties;

    ImportPageController(EngagementImport engagementImport, ImportProperties properties) {
        this.engagementImport = engagementImport;
        this.properties = properties;
    }

    @GetMapping
    String show(Model model) {
        return page(model);
    }

    @PostMapping
    String run(HttpServletRequest request, Model model) throws IOException {
        if (request.getContentLengthLong() > properties.maxFileSize().toBytes()) {
            return refuse("tooLarge", model);
        }
        try (ImportReport report = new ImportReport()) {
            Optional<InputStream> file = file(request);
            if (file.isEmpty()) {
                return refuse("noFile", model);
            }
            engagementImport.run(file.get(), report);
            model.addAttribute("report", report.summary(SHOWN));
            model.addAttribute("rejectedRows", report.rejectedRows());
        } catch (FileUploadException unreadable) {
            return refuse("noFile", model);
        } catch (InvalidRequestException noTable) {
            return refuse("header", model);
        } catch (ProblemException refusal) {
            return refuse(refusal.type(), model);
        }
        return page(model);
    }

    private static String refuse(String why, Model model) {
        model.addAttribute("refused", "refused.import." + why);
        return page(model);
    }

    private static String page(Model model) {
        model.addAttribute("header", ImportRow.HEADER);
        return "engagement/import";
    }

    /**
     * The first file that was chosen.
     *
     * @throws FileUploadException if the request is not a form with files
     */
    private static Optional<InputStream> file(HttpServletRequest request) throws IOException {
        FileItemIterator parts = new FileUpload().getItemIterator(new ServletRequestContext(request));
        while (parts.hasNext()) {
            FileItemStream part = parts.next();
            if (!part.isFormField() && part.getName() != null && !part.getName().isEmpty()) {
                return Optional.of(part.openStream());
            }
        }
        return Optional.empty();
    }
}
