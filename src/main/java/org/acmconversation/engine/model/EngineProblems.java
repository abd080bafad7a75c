package org.acmconversation.engine.model;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Translates the engine's and the XML parser's English messages about a model to Spanish sentences for analysts. */
class EngineProblems {

    private static final String QUOTED = ".*?'([^']*)'.*?";

    /** Message keys by pattern; quoted words are the arguments, in order. */
    private static final Map<Pattern, String> SENTENCES = sentences();

    private static final Pattern WORD = Pattern.compile("'([^']+)'");

    /** The namespace in front of schema names. */
    private static final Pattern NAMESPACE = Pattern.compile("\\{?\"[^\"]*\":|[{}]");

    private EngineProblems() {}

    private static Map<Pattern, String> sentences() {
        Map<String, String> sentences = new LinkedHashMap<>();
        sentences.put(".*(?:inputs|outputs) '\\d+' and (?:input|output) entries differ.*id='([^']*)'.*", "cells");
        sentences.put(".*For input string: \"([^\"]*)\".*", "value");
        sentences.put(".*cvc-complex-type\\.2\\." + QUOTED, "content");
        sentences.put(".*cvc-complex-type\\.4" + QUOTED + QUOTED, "attributeMissing");
        sentences.put(".*cvc-complex-type\\.3\\.2\\.2" + QUOTED + QUOTED, "attributeUnknown");
        sentences.put(".*cvc-id\\.1" + QUOTED, "reference");
        sentences.put(".*cvc-id\\.2" + QUOTED, "duplicate");
        sentences.put(".*cvc-elt\\.1" + QUOTED, "content");
        sentences.put(".*cvc-attribute\\.3" + QUOTED + QUOTED, "value");
        sentences.put(".*cvc-[a-z-]*(?:valid|facet|datatype|pattern|enumeration)[^']*" + QUOTED, "value");
        sentences.put(".*[Ii]nvalid (?:source|destination|reference|'messageRef')" + QUOTED, "reference");
        sentences.put(".*(?:[Cc]ould not find|no (?:message|signal|escalation|error) with id)" + QUOTED, "reference");
        sentences.put(".*(?:same key|same id|duplicate|already (?:has|used))" + QUOTED, "duplicate");
        sentences.put(".*already is a message event subscription.*with name " + QUOTED, "message");
        sentences.put(".*(?:[Mm]ultiple|more than one|only one)" + QUOTED, "several");
        sentences.put(
                ".*(?:[Cc]annot parse|[Nn]o valid value|is not a valid|not valid|has to be one of)" + QUOTED, "value");
        sentences.put(".*(?:is mandatory|is required|must be|[Mm]issing|must have)" + QUOTED, "missing");
        sentences.put(".*(?:not supported|[Uu]nsupported|not allowed)" + QUOTED, "unsupported");
        return sentences.entrySet().stream()
                .collect(Collectors.toMap(
                        sentence -> Pattern.compile(sentence.getKey(), Pattern.DOTALL),
                        Map.Entry::getValue,
                        (one, other) -> one,
                        LinkedHashMap::new));
    }

    static String worded(String english) {
        for (Map.Entry<Pattern, String> sentence : SENTENCES.entrySet()) {
            Matcher matcher = sentence.getKey().matcher(english);
            if (matcher.matches()) {
                Object[] words = new Object[matcher.groupCount()];
                for (int i = 0; i < words.length; i++) {
                    words[i] = plain(matcher.group(i + 1));
                }
                return Objections.worded("problem." + sentence.getValue(), words);
            }
        }
        Set<String> named = WORD.matcher(english)
                .results()
                .map((MatchResult word) -> plain(word.group(1)))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return named.isEmpty()
                ? Objections.worded("problem.other")
                : Objections.worded("problem.otherNamed", String.join("», «", named));
    }

    private static String plain(String word) {
        return NAMESPACE.matcher(word).replaceAll("");
    }
}
