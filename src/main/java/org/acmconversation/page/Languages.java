package org.acmconversation.page;

import java.util.List;
import java.util.Locale;

/** The languages of our pages. Spanish is the default. */
class Languages {

    static final Locale SPANISH = Locale.forLanguageTag("es");

    static final List<Locale> ALL = List.of(SPANISH, Locale.ENGLISH);

    private Languages() {}
}
