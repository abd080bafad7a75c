package org.stockledger;

import java.time.Duration;
import java.time.OffsetDateTime;
import org.springframework.stereotype.Component;

/** Computes dates of reminders for the models. */
@Component("reminders")
public class Reminders {

    public String dayBefore(String dateTime) {
        return OffsetDateTime.parse(dateTime).minus(Duration.ofDays(1)).toString();
    }
}
