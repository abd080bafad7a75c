package org.acmconversation.savedview;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.acmconversation.database.Transactions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Stores saved views. */
@Component
public class SavedViews {

    private static final int MAX_PER_PERSON = 100;

    private static final String SELECT = """
            select owner, name, query, shared, default_of
            from saved_view
            """;

    private final JdbcClient jdbc;
    private final Transactions transactions;

    SavedViews(JdbcClient jdbc, Transactions transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /** Returns a person's own views by name, then those that colleagues share. */
    public List<SavedView> of(String person) {
        return jdbc.sql(SELECT + """
                        where owner = :person or shared
                        order by case owner when :person then 0 else 1 end, name, owner
                        """)
                .param("person", person)
                .query((row, number) -> view(row, row.getString("owner").equals(person)))
                .list();
    }

    /** @throws UnknownViewException if the person has none of that name */
    public SavedView get(String person, String name) {
        return jdbc.sql(SELECT + "where owner = :person and name = :name")
                .param("person", person)
                .param("name", name)
                .query((row, number) -> view(row, true))
                .optional()
                .orElseThrow(UnknownViewException::new);
    }

    /**
     * Saves a person's view. A new default replaces the previous one.
     *
     * @return whether it is new
     * @throws TooManyViewsException if it is new and the person has 100 of them
     */
    public boolean save(String person, SavedView view) {
        return transactions.run(() -> {
            if (view.isDefault()) {
                jdbc.sql("update saved_view set default_of = null where default_of = :person")
                        .param("person", person)
                        .update();
            }
            boolean isNew = write(person, view, """
                    update saved_view set query = :query, shared = :shared, default_of = :defaultOf
                    where owner = :person and name = :name
                    """) == 0;
            if (isNew) {
                checkNumber(person);
                write(person, view, """
                        insert into saved_view (owner, name, query, shared, default_of)
                        values (:person, :name, :query, :shared, :defaultOf)
                        """);
            }
            return isNew;
        });
    }

    private int write(String person, SavedView view, String statement) {
        return jdbc.sql(statement)
                .param("person", person)
                .param("name", view.name())
                .param("query", view.query())
                .param("shared", view.shared())
                .param("defaultOf", view.isDefault() ? person : null)
                .update();
    }

    private void checkNumber(String person) {
        long views = jdbc.sql("select count(*) from saved_view where owner = :person")
                .param("person", person)
                .query(Long.class)
                .single();
        if (views >= MAX_PER_PERSON) {
            throw new TooManyViewsException(MAX_PER_PERSON);
        }
    }

    /** @throws UnknownViewException if the person has none of that name */
    public void delete(String person, String name) {
        int deleted = jdbc.sql("delete from saved_view where owner = :person and name = :name")
                .param("person", person)
                .param("name", name)
                .update();
        if (deleted == 0) {
            throw new UnknownViewException();
        }
    }

    private static SavedView view(ResultSet row, boolean isOwn) throws SQLException {
        return new SavedView(
                row.getString("name"),
                row.getString("query"),
                row.getBoolean("shared"),
                isOwn && row.getString("default_of") != null,
                isOwn ? null : row.getString("owner"));
    }
}
