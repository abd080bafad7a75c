package org.acmconversation.release;

import static org.acmconversation.database.Timestamps.atUtc;
import static org.acmconversation.database.Timestamps.instant;
import static org.acmconversation.database.Timestamps.requiredInstant;

import com.fasterxml.jackson.core.type.TypeReference;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.acmconversation.database.StoredJson;
import org.acmconversation.engine.model.ActiveRelease;
import org.acmconversation.release.Release.Jar;
import org.acmconversation.release.Release.Origin;
import org.acmconversation.release.Release.Removed;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

/** Stores releases, drafts and their files. */
@Repository
class ReleaseRepository implements ActiveRelease {

    private static final TypeReference<List<Removed>> REMOVED = new TypeReference<>() {};

    private static final String SELECT = """
            select number, state, active, base, rebased_from, origin, author, approver, note, created_at, published_at,
              sha256, deployment_id, removed_on_intake, version, built_at
            from model_release
            """;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final StoredJson json;
    private final Clock clock;

    ReleaseRepository(JdbcClient jdbc, JdbcTemplate batches, StoredJson json, Clock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public Optional<String> deploymentId() {
        return jdbc.sql("select deployment_id from model_release where active and deployment_id is not null")
                .query(String.class)
                .optional();
    }

    /** Returns the deployments that nodes made before there were releases. */
    List<String> deploymentsBeforeReleases() {
        return jdbc.sql("select deployment_id from model_set")
                .query(String.class)
                .list();
    }

    List<Release> all() {
        return jdbc.sql(SELECT + "order by number desc").query(this::release).list();
    }

    Optional<Release> find(long number) {
        return jdbc.sql(SELECT + "where number = :number")
                .param("number", number)
                .query(this::release)
                .optional();
    }

    Optional<Release> active() {
        return jdbc.sql(SELECT + "where active").query(this::release).optional();
    }

    /** Returns the active release and keeps everybody else from publishing until the transaction ends. */
    Optional<Release> lockActive() {
        // After waiting for another publication the query finds no row: the locked one is no longer active.
        return lockOnce().or(this::lockOnce);
    }

    private Optional<Release> lockOnce() {
        return jdbc.sql(SELECT + "where active for update").query(this::release).optional();
    }

    /** Returns the release, which nobody else can change until the transaction ends. */
    Optional<Release> lock(long number) {
        return jdbc.sql(SELECT + "where number = :number for update")
                .param("number", number)
                .query(this::release)
                .optional();
    }

    /** Returns the newest draft of a person. */
    Optional<Release> draftOf(String author) {
        return jdbc.sql(SELECT + """
                        where state = 'DRAFT' and author = :author
                        order by number desc fetch first 1 row only
                        """)
                .param("author", author)
                .query(this::release)
                .optional();
    }

    /** Returns the numbers of the releases by the engine's deployment. */
    Map<String, Long> numbersByDeployment() {
        Map<String, Long> numbers = new HashMap<>();
        jdbc.sql("select number, deployment_id from model_release where deployment_id is not null")
                .query(row -> {
                    numbers.put(row.getString("deployment_id"), row.getLong("number"));
                });
        return numbers;
    }

    boolean contains(String sha256) {
        return jdbc.sql("select count(*) from model_release where sha256 = :sha256 and state <> 'DRAFT'")
                        .param("sha256", sha256)
                        .query(Long.class)
                        .single()
                > 0;
    }

    ModelSet files(long number) {
        Map<String, byte[]> files = new TreeMap<>();
        jdbc.sql("select path, content from model_release_file where release_number = :number")
                .param("number", number)
                .query(row -> {
                    files.put(row.getString("path"), row.getBytes("content"));
                });
        return new ModelSet(files);
    }

    /** Adds a draft and returns it. */
    Release add(
            ModelSet set,
            @Nullable Long base,
            Origin origin,
            String author,
            @Nullable String comment,
            List<Removed> removed,
            Jar jar) {
        var key = new GeneratedKeyHolder();
        jdbc.sql("""
                        insert into model_release (state, base, origin, author, note, created_at, sha256,
                          removed_on_intake, version, built_at)
                        values ('DRAFT', :base, :origin, :author, :comment, :createdAt, :sha256,
                          :removed, :version, :builtAt)
                        """)
                .param("base", base)
                .param("origin", origin.name())
                .param("author", author)
                .param("comment", comment)
                .param("createdAt", OffsetDateTime.now(clock))
                .param("sha256", set.sha256())
                .param("removed", json.write(removed))
                .param("version", jar.version())
                .param("builtAt", atUtc(jar.builtAt()))
                .update(key, "number");
        long number = key.getKeyAs(Long.class);
        addFiles(number, set);
        return find(number).orElseThrow();
    }

    private void addFiles(long number, ModelSet set) {
        batches.batchUpdate(
                "insert into model_release_file (release_number, path, content) values (?, ?, ?)",
                set.files().entrySet().stream()
                        .map(file -> new Object[] {number, file.getKey(), file.getValue()})
                        .toList());
    }

    /** Bases a draft on another release. */
    void rebase(Release draft, ModelSet set, long base) {
        jdbc.sql("update model_release set rebased_from = base, base = :base where number = :number")
                .param("number", draft.number())
                .param("base", base)
                .update();
        change(draft.number(), set, draft.removedOnIntake());
    }

    /** Replaces the files of a draft. */
    void change(long number, ModelSet set, List<Removed> removed) {
        jdbc.sql("""
                        update model_release set sha256 = :sha256, removed_on_intake = :removed
                        where number = :number
                        """)
                .param("number", number)
                .param("sha256", set.sha256())
                .param("removed", json.write(removed))
                .update();
        jdbc.sql("delete from model_release_file where release_number = :number")
                .param("number", number)
                .update();
        addFiles(number, set);
    }

    /** Makes a draft the active release in place of the one before. */
    void activate(long number, String approver, @Nullable String deploymentId) {
        jdbc.sql("update model_release set state = 'REPLACED', active = null where active")
                .update();
        jdbc.sql("""
                        update model_release set state = 'PUBLISHED', active = true, approver = :approver,
                          published_at = :publishedAt, deployment_id = :deploymentId
                        where number = :number
                        """)
                .param("number", number)
                .param("approver", approver)
                .param("publishedAt", OffsetDateTime.now(clock))
                .param("deploymentId", deploymentId)
                .update();
    }

    void delete(long number) {
        jdbc.sql("delete from model_release where number = :number")
                .param("number", number)
                .update();
    }

    private Release release(ResultSet row, int number) throws SQLException {
        return new Release(
                row.getLong("number"),
                ReleaseState.valueOf(row.getString("state")),
                row.getBoolean("active"),
                row.getObject("base", Long.class),
                row.getObject("rebased_from", Long.class),
                Origin.valueOf(row.getString("origin")),
                row.getString("author"),
                row.getString("approver"),
                row.getString("note"),
                requiredInstant(row, "created_at"),
                instant(row, "published_at"),
                row.getString("sha256"),
                row.getString("deployment_id"),
                json.read(row.getString("removed_on_intake"), REMOVED),
                new Jar(row.getString("version"), instant(row, "built_at")));
    }
}
