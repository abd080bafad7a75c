package org.stockflowable;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The catalog of value discussions, a decision table in the product. */
@Component("catalog")
public class Catalog {

    private static final List<Row> ROWS = List.of(
            new Row("3734", "App Assure", true, "fasttrack-manager", Set.of("OFFICE_365_PROPLUS", "WINDOWS_10")),
            new Row("3718", "OneDrive", true, "fasttrack-manager", Set.of("ONEDRIVE_FOR_BUSINESS")),
            new Row("3737", "SharePoint Online", true, "fasttrack-manager", Set.of("SHAREPOINT")),
            new Row("3738", "Office 365 ProPlus", true, "fasttrack-manager", Set.of("OFFICE_365_PROPLUS")),
            new Row("3991", "Exchange Online", false, "fasttrack-engineer", Set.of("EXCHANGE")),
            new Row(
                    "3278",
                    "Outlook Mobile",
                    true,
                    "fasttrack-manager",
                    Set.of("OUTLOOK_MOBILE", "EXCHANGE", "OFFICE_365_PROPLUS", "INTUNE")),
            new Row("4094", "Microsoft Edge", true, "fasttrack-manager", Set.of("EDGE")));

    private record Row(String id, String name, boolean mandatory, String group, Set<String> services) {}

    /** Returns the ids of the discussions for a customer's services; both are comma-separated. */
    String select(String services) {
        List<String> wanted = Arrays.asList(services.split(","));
        return ROWS.stream()
                .filter(row -> row.services().stream().anyMatch(wanted::contains))
                .map(Row::id)
                .collect(Collectors.joining(","));
    }

    public List<String> ids(String discussions) {
        return Arrays.asList(discussions.split(","));
    }

    public String id(String id) {
        return id;
    }

    public String name(String id) {
        return row(id).name();
    }

    public boolean mandatory(String id) {
        return row(id).mandatory();
    }

    public String group(String id) {
        return row(id).group();
    }

    private static Row row(String id) {
        return ROWS.stream().filter(row -> row.id().equals(id)).findFirst().orElseThrow();
    }
}
