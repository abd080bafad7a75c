package org.acmconversation.contact;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import java.util.ArrayList;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.acmconversation.calendar.TimeZones;
import org.acmconversation.contact.Contact.Organization;
import org.acmconversation.mail.MailAddress;
import org.acmconversation.problem.BoundedText;
import org.acmconversation.problem.FieldError;
import org.acmconversation.problem.InvalidRequestException;
import org.acmconversation.problem.PlainLine;
import org.jspecify.annotations.Nullable;

/** A contact as it is sent; for the fields see {@link Contact}. */
public record ContactData(
        @NotNull @BoundedText(max = 200) String name,

        @BoundedText(max = 254) @Schema(example = "ana@contoso.example") @Nullable
        String email,

        @BoundedText(max = 50) @Schema(example = "+34 600 000 000") @Nullable
        String phone,

        @NotNull Organization organization,

        @BoundedText(max = 200) @Nullable String role,

        @BoundedText(max = 35) @Schema(example = "es-MX") @Nullable
        String language,

        @BoundedText(max = 100) @Schema(example = "America/Mexico_City") @Nullable
        String timeZone,

        @Nullable Boolean surveyEligible,

        @Nullable Boolean decisionMaker,

        @Nullable Boolean doNotContact) {

    private static final Pattern PHONE = Pattern.compile("\\+?\\(?[0-9][0-9 ()./-]*(?: ?(?:x|ext\\.?) ?[0-9]+)?");
    private static final int MIN_DIGITS = 5;

    /** Returns the fields of a contact. */
    public static ContactData of(Contact contact) {
        return new ContactData(
                contact.name(),
                contact.email(),
                contact.phone(),
                contact.organization(),
                contact.role(),
                contact.language(),
                contact.timeZone(),
                contact.surveyEligible(),
                contact.decisionMaker(),
                contact.doNotContact());
    }

    /** @throws InvalidRequestException listing each invalid field */
    Contact contact(UUID id) {
        check();
        return new Contact(
                id,
                name,
                email,
                phone,
                organization,
                role,
                language,
                timeZone,
                Boolean.TRUE.equals(surveyEligible),
                Boolean.TRUE.equals(decisionMaker),
                Boolean.TRUE.equals(doNotContact));
    }

    private void check() {
        List<FieldError> errors = new ArrayList<>();
        if (!PlainLine.of(name).equals(name)) {
            errors.add(new FieldError("name", "must be one line of text"));
        }
        if (role != null && !PlainLine.of(role).equals(role)) {
            errors.add(new FieldError("role", "must be one line of text"));
        }
        if (email != null && !MailAddress.isAddress(email)) {
            errors.add(new FieldError("email", "must be an email address such as ana@contoso.example"));
        }
        if (phone != null && !isPhone(phone)) {
            errors.add(new FieldError("phone", "must be a phone number such as +34 600 000 000"));
        }
        if (language != null && !isLanguage(language)) {
            errors.add(new FieldError("language", "must be a language such as es or es-MX"));
        }
        if (timeZone != null && !TimeZones.isKnown(timeZone)) {
            errors.add(new FieldError("timeZone", TimeZones.EXPECTED));
        }
        if (!errors.isEmpty()) {
            throw new InvalidRequestException(errors);
        }
    }

    private static boolean isPhone(String phone) {
        return PHONE.matcher(phone).matches()
                && phone.chars().filter(Character::isDigit).count() >= MIN_DIGITS;
    }

    private static boolean isLanguage(String language) {
        try {
            return List.of(Locale.getISOLanguages())
                    .contains(new Locale.Builder()
                            .setLanguageTag(language)
                            .build()
                            .getLanguage());
        } catch (IllformedLocaleException e) {
            return false;
        }
    }
}
