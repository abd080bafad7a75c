package org.acmconversation.engagement;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads where engagements are. */
@Repository
class LocationRepository {

    /** Well below the maximum number of parameters of a statement. */
    private static final int IDS_AT_ONCE = 500;

    static final String PLACE_AFTER = """
            select country, time_zone from engagement
            where (country, time_zone) > (:country, :timeZone) and time_zone is not null
            order by country, time_zone limit 1
            """;

    private final JdbcClient jdbc;

    LocationRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns the distinct places of engagements, without engagements that have none, using an index skip scan. */
    List<Location> all() {
        List<Location> places = new ArrayList<>();
        Optional<Location> next = after("", "");
        while (next.isPresent()) {
            Location place = next.get();
            places.add(place);
            next = after(place.country(), place.timeZone());
        }
        return places;
    }

    private Optional<Location> after(@Nullable String country, @Nullable String timeZone) {
        return jdbc.sql(PLACE_AFTER)
                .param("country", country)
                .param("timeZone", timeZone)
                .query((row, number) -> new Location(row.getString("country"), row.getString("time_zone")))
                .optional();
    }

    /** Returns where engagements are, by their ids. */
    Map<UUID, Location> of(Collection<UUID> engagementIds) {
        Map<UUID, Location> places = new HashMap<>();
        List<UUID> ids = List.copyOf(engagementIds);
        for (int first = 0; first < ids.size(); first += IDS_AT_ONCE) {
            jdbc.sql("select id, country, time_zone from engagement where id in (:ids)")
                    .param("ids", ids.subList(first, Math.min(first + IDS_AT_ONCE, ids.size())))
                    .query(row -> {
                        places.put(
                                row.getObject("id", UUID.class),
                                new Location(row.getString("country"), row.getString("time_zone")));
                    });
        }
        return places;
    }
}
