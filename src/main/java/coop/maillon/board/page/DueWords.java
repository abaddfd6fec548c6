package coop.maillon.board.page;

import coop.maillon.board.Engagement;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
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
      case "decide" -> words.say("board.due.decide");
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
    return new BoardPage.Due(href, label, text(due, moments));
  }

  private static String text(JsonObject due, Moments moments) {
    var words = moments.words();
    String title = due.getString("title");
    if (!due.getString("sort").equals("declared")) {
      return title;
    }
    var until = moments.lastDate(at(due, "since").plus(Engagement.SILENCE));
    return words.say("board.due.before", "title", title, "day", words.shortDay(until));
  }

  private static Instant at(JsonObject due, String name) {
    return OffsetDateTime.parse(due.getString(name)).toInstant();
  }
}
