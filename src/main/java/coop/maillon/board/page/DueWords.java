package coop.maillon.board.page;

import coop.maillon.board.Engagement;
import io.vertx.core.json.JsonObject;
import java.time.OffsetDateTime;

/** What waits for somebody, in words. */
final class DueWords {

  private DueWords() {}

  static BoardPage.Due of(JsonObject due, Moments moments) {
    var words = moments.words();
    String sort = due.getString("sort");
    String href = "/board/" + due.getLong("post");
    String label = switch (sort) {
      case "answers" -> words.say("board.due.answers", "count", due.getInteger("count"));
      case "expiring" ->
        words.say("board.due.expiring", "day", moments.shortLastDay(at(due, "until")));
      default ->
        words.say(
            "board.due." + sort,
            "who",
            due.getString("who").split(" ")[0],
            "length",
            words.minutes(due.getInteger("minutes")));
    };
    String text = sort.equals("declared")
        ? words.say(
            "board.due.before",
            "title",
            due.getString("title"),
            "day",
            words.shortDay(moments.lastDate(at(due, "since").plus(Engagement.SILENCE))))
        : due.getString("title");
    return new BoardPage.Due(href, label, text);
  }

  private static java.time.Instant at(JsonObject due, String name) {
    return OffsetDateTime.parse(due.getString(name)).toInstant();
  }
}
