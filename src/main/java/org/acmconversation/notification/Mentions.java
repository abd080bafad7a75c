package org.acmconversation.notification;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.acmconversation.absence.Absences;
import org.acmconversation.timeline.TimelineEntry;
import org.springframework.stereotype.Component;

/** Finds people's names in comments: {@code @ana}, or {@code @ana@example.org} if login names are email addresses. */
@Component
class Mentions {

    private static final Pattern MENTION = Pattern.compile("(?<![\\p{L}\\p{N}])@([\\p{L}\\p{N}._%+@-]+)");
    private static final Pattern PUNCTUATION = Pattern.compile("[.@_%+-]+$");
    private static final int MAX_MENTIONS = 20;

    private final Absences absences;

    Mentions(Absences absences) {
        this.absences = absences;
    }

    /** Returns the people that a comment mentions, except its author. */
    Set<String> in(TimelineEntry comment) {
        String text = String.valueOf(comment.detail().getOrDefault("text", ""));
        if (text.indexOf('@') < 0) {
            return Set.of();
        }
        Map<String, String> people = new TreeMap<>();
        absences.colleagues().forEach(colleague -> people.put(colleague.id().toLowerCase(Locale.ROOT), colleague.id()));
        Set<String> mentioned = names(text, people);
        mentioned.remove(comment.actor());
        return mentioned;
    }

    /**
     * Returns which of these people a text mentions, at most twenty.
     *
     * @param people by their names in lower case
     */
    static Set<String> names(String text, Map<String, String> people) {
        Set<String> mentioned = new LinkedHashSet<>();
        Matcher mention = MENTION.matcher(text);
        while (mention.find() && mentioned.size() < MAX_MENTIONS) {
            String name = mention.group(1).toLowerCase(Locale.ROOT);
            String bare = PUNCTUATION.matcher(name).replaceFirst("");
            String person = people.getOrDefault(name, people.get(bare));
            if (person != null) {
                mentioned.add(person);
            }
        }
        return mentioned;
    }
}
