package coop.maillon.live;

import static org.assertj.core.api.Assertions.assertThat;

import coop.maillon.support.BoardThings;
import coop.maillon.support.Coop;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What open pages of the board hear: answers within a second, and of what two agreed on only those two. */
class BoardLiveTest {

  private static final long SECOND_NS = 1_000_000_000;

  private static Coop coop;

  @BeforeAll
  static void open() {
    coop = Coop.start(Map.of("MAILLON_RATE_LIMITS", "off"));
  }

  @AfterAll
  static void close() {
    coop.close();
  }

  @Test
  void anAnswerIsOnOpenPagesOfThePostWithinASecond() {
    String post = BoardThings.post(coop);
    var bruno = listening("bruno", "board:" + post);
    var emile = listening("emile", "board:" + post);
    long before = System.nanoTime();
    submits("diane", "/board/" + post + "/answers", "body", "Je viens avec une visseuse.");
    JsonObject told = bruno.next();
    long took = System.nanoTime() - before;
    assertThat(told.getString("kind")).isEqualTo("answer.proposed");
    assertThat(told.getString("html"))
        .contains("Je viens avec une visseuse.", "1 réponse", "Retenir");
    assertThat(told.getJsonObject("data").getString("sentence"))
        .isEqualTo("Diane Roussel vient de répondre.");
    assertThat(emile.next().getString("html"))
        .contains("Je viens avec une visseuse.")
        .doesNotContain("Retenir");
    System.out.printf("an answer on an open page after %d ms%n", took / 1_000_000);
    assertThat(took).isLessThan(SECOND_NS);
  }

  @Test
  void ofHoursOthersHearNothingAndWhoeverIsConcernedHearsWhatToDo() {
    String deal = BoardThings.engagement(coop);
    String post = coop.one("SELECT post_id FROM engagement WHERE id = " + deal);
    var diane = listening("diane", "board:" + post);
    var emile = listening("emile", "board:" + post, "board");
    submits("bruno", "/board/engagements/" + deal + "/declaration", "hours", "2", "minutes", "0");
    JsonObject told = diane.next();
    assertThat(told.getString("html")).contains("Prendre le nombre de Bruno", "Pas le même nombre");
    assertThat(told.getString("kind")).isEqualTo("post.changed");
    emile.hearsNothing();
  }

  @Test
  void anAnswerThatCameToNothingLeavesTheOpenPagesOfOthersWithoutAWord() {
    String answer = BoardThings.answer(coop);
    String post = coop.one("SELECT post_id FROM answer WHERE id = " + answer);
    var emile = listening("emile", "board:" + post);
    submits("bruno", "/board/answers/" + answer + "/decline");
    JsonObject told = emile.next();
    assertThat(told.getString("kind")).isEqualTo("post.changed");
    assertThat(told.getJsonObject("data").containsKey("answer")).isFalse();
    assertThat(told.getString("html")).doesNotContain("Je viens.");
  }

  @Test
  void theListHearsOfNewPostsAndOfHowManyAnswered() {
    var emile = listening("emile", "board");
    var bruno = listening("bruno", "board");
    submits(
        "bruno",
        "/board",
        "kind",
        "question",
        "mode",
        "free",
        "title",
        "Qui a une clé",
        "body",
        "Celle du local.");
    assertThat(emile.next().getJsonObject("data").getBoolean("fresh")).isTrue();
    assertThat(bruno.next().getJsonObject("data").getBoolean("fresh")).isFalse();
    submits("diane", "/board/" + coop.one("SELECT max(id) FROM post") + "/answers", "body", "Moi.");
    assertThat(emile.next().getString("html")).contains("1 réponse");
  }

  @Test
  void whatOneMayNotReadOneDoesNotHearOf() {
    submits(
        "bruno", "/board", "kind", "question", "mode", "free", "title", "Brouillon", "draft", "1");
    String draft = coop.one("SELECT max(id) FROM post");
    assertThat(Ear.of(coop, "diane").subscribe("board:" + draft).next().getString("error"))
        .isEqualTo("forbidden");
    assertThat(Ear.of(coop, "gus").subscribe("board").next().getString("error"))
        .isEqualTo("forbidden");
  }

  private static Ear listening(String name, String... topics) {
    var ear = Ear.of(coop, name).subscribe(topics);
    assertThat(ear.next().getJsonArray("subscribed")).hasSize(topics.length);
    return ear;
  }

  private static void submits(String name, String path, String... fields) {
    assertThat(coop.browser(name).submit(path, fields).statusCode()).as(path).isEqualTo(303);
  }
}
