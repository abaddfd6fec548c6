package coop.maillon.support;

import coop.maillon.db.DatabaseAddress;
import java.util.List;

/** What an act asks of the database, as PostgreSQL itself counts it. */
public final class Statements {

  private static final int TIMES = 20;

  private Statements() {}

  /**
   * The statements that PostgreSQL executes each time it is done, each as often as it is executed. What it asks for the
   * first time only, and what others ask now and then, as the relay each second, does not count.
   */
  public static List<String> ofEach(DatabaseAddress database, Runnable act) {
    var superuser = TestDatabase.asSuperuser(database);
    TestDatabase.run(superuser, "CREATE EXTENSION IF NOT EXISTS pg_stat_statements");
    act.run();
    TestDatabase.run(superuser, "SELECT pg_stat_statements_reset()");
    for (int i = 0; i < TIMES; i++) {
      act.run();
    }
    return TestDatabase.ask(superuser, """
        SELECT regexp_replace(query, '\\s+', ' ', 'g')
          FROM pg_stat_statements, generate_series(1, calls / %d)
         WHERE dbid = (SELECT oid FROM pg_database WHERE datname = current_database())
         ORDER BY 1
        """.formatted(TIMES));
  }
}
