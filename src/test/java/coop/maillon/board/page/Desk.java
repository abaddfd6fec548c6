package coop.maillon.board.page;

import static org.assertj.core.api.Assertions.assertThat;

import coop.maillon.support.Coop;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;

/** Browsers of the cast at the board, without scripts: each act is a form that was on the page. */
record Desk(Coop coop) {

  private static final String[] REQUEST = {
    "kind",
    "request",
    "mode",
    "hours",
    "manner",
    "together",
    "title",
    "Relire un dossier",
    "body",
    "Douze pages à relire.\n\nVendredi midi.",
    "skills",
    "relecture, tableur",
    "site",
    "lyon",
    "places",
    "1",
    "hours",
    "2",
    "minutes",
    "0"
  };

  /** A request of two hours at Lyon, published; the names and values replace the usual ones. */
  String asks(String name, String... otherwise) {
    var answer = write(name, otherwise);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
    return answer.headers().firstValue("Location").orElseThrow();
  }

  HttpResponse<String> write(String name, String... otherwise) {
    List<String> fields = new ArrayList<>(List.of(REQUEST));
    for (int i = 0; i < otherwise.length; i += 2) {
      set(fields, otherwise[i], otherwise[i + 1]);
    }
    return coop.browser(name).submit("/board", fields.toArray(String[]::new));
  }

  private static void set(List<String> fields, String name, String value) {
    for (int at = 0; at < fields.size(); at += 2) {
      if (fields.get(at).equals(name)) {
        fields.set(at + 1, value);
        return;
      }
    }
    fields.add(name);
    fields.add(value);
  }

  /** Sends a form that is on that page for that person, which leads back to the page. */
  void does(String name, String page, String action, String... fields) {
    assertThat(page(name, page)).as(name + " finds the form").contains("\"" + action + "\"");
    var answer = coop.browser(name).submit(action, fields);
    assertThat(answer.statusCode()).as(action + " " + answer.body()).isEqualTo(303);
    assertThat(answer.headers().firstValue("Location")).contains(page);
  }

  void answers(String name, String page, String text) {
    does(name, page, page + "/answers", "body", text);
  }

  /** The answer of that person, newest first. */
  String answerOf(String name) {
    return coop.one(
        "SELECT w.id FROM answer w JOIN member m ON m.id = w.member_id WHERE m.email = '" + name
            + "@demo.test' ORDER BY w.id DESC LIMIT 1");
  }

  /** What was agreed on last. */
  String deal() {
    return coop.one("SELECT max(id) FROM engagement");
  }

  /** Diane helps Bruno: agreed on from his post at that address. */
  String agreed(String page) {
    answers("diane", page, "Je relis ce soir.");
    does("bruno", page, "/board/answers/" + answerOf("diane") + "/acceptance");
    return deal();
  }

  String page(String name, String path) {
    var answer = coop.browser(name).get(path);
    assertThat(answer.statusCode()).as(path).isEqualTo(200);
    return answer.body();
  }
}
