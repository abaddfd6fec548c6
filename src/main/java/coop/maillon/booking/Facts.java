package coop.maillon.booking;

import coop.maillon.db.Query;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;

/** What the queries of the conditions answered: rows as objects, by column name. */
public record Facts(Map<Query, List<JsonObject>> rows) {

  /** The rows of one query; none where it was not asked. */
  public List<JsonObject> of(Query query) {
    return rows.getOrDefault(query, List.of());
  }
}
