package coop.maillon.board.api;

import coop.maillon.board.Answer;
import coop.maillon.board.Conversation;
import coop.maillon.board.Engagement;
import coop.maillon.board.Listed;
import coop.maillon.board.Person;
import coop.maillon.board.Place;
import coop.maillon.board.Post;
import coop.maillon.board.PostKind;
import coop.maillon.board.Sight;
import coop.maillon.web.Who;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** What is on the board as one reader may know it. */
public record BoardJson(Who who, Instant now) {

  /** A post in a list. */
  JsonObject of(Listed listed) {
    return post(listed.post(), listed.answers(), listed.taken());
  }

  /** A post with its answers. */
  public JsonObject of(Conversation conversation) {
    var answers = new JsonArray();
    conversation.answers().stream()
        .filter(answer -> new Sight(who).sees(conversation.post(), answer))
        .forEach(answer -> answers.add(answer(conversation, answer)));
    long count = conversation.answers().stream()
        .filter(one -> one.isOpen() || one.isAccepted())
        .count();
    return post(conversation.post(), (int) count, conversation.taken()).put("answers", answers);
  }

  private JsonObject post(Post post, int answers, int taken) {
    var draft = post.draft();
    boolean isFull = draft.kind() != PostKind.QUESTION && taken >= draft.shape().places();
    return new JsonObject()
        .put("id", post.id().toString())
        .put("kind", draft.kind().word())
        .put("mode", draft.mode().word())
        .put("status", post.statusAt(now).word())
        .put("title", draft.title())
        .put("body", draft.body())
        .put("skills", new JsonArray(draft.skills()))
        .put("site", post.place().map(Place::slug).orElse(null))
        .put("author", person(post.author()))
        .put("places", draft.shape().places())
        .put("taken", taken)
        .put("full", isFull)
        .put("estimateMinutes", orNull(draft.shape().estimateMinutes()))
        .put("answerCount", answers)
        .put("resource", post.about().map(Post.About::slug).orElse(null))
        .put("booking", draft.ties().booking().map(Object::toString).orElse(null))
        .put("solvedBy", post.solvedBy().map(Object::toString).orElse(null))
        .put("version", post.version())
        .mergeIn(dates(post));
  }

  private static JsonObject dates(Post post) {
    return new JsonObject()
        .put("neededBy", at(post.draft().dates().neededBy()))
        .put("publishedAt", at(post.times().published()))
        .put("expiresAt", post.times().expires().toString());
  }

  /** An answer; what was agreed on is null for whom it does not concern. */
  public JsonObject answer(Conversation conversation, Answer answer) {
    var post = conversation.post();
    var agreed = answer
        .engagement()
        .flatMap(conversation::engagement)
        .filter(one -> answer.isAccepted() && new Sight(who).sees(post, one));
    var json = new JsonObject()
        .put("id", answer.id().toString())
        .put("post", post.id().toString())
        .put("member", person(answer.member()))
        .put("body", answer.body())
        .put("status", answer.status().word())
        .put("at", answer.at().toString())
        .put("replies", replies(answer.replies()))
        .put("engagement", agreed.map(one -> engagement(conversation, one)).orElse(null));
    int place = conversation.inLine(answer.id());
    return place > 0 ? json.put("place", place) : json;
  }

  private static JsonArray replies(List<Answer.Reply> replies) {
    var array = new JsonArray();
    replies.forEach(one -> array.add(new JsonObject()
        .put("member", person(one.member()))
        .put("body", one.body())
        .put("at", one.at().toString())));
    return array;
  }

  /** What was agreed on, for those whom it concerns. */
  public JsonObject engagement(Conversation conversation, Engagement engagement) {
    var ending = engagement.ending();
    return new JsonObject()
        .put("id", engagement.id().toString())
        .put("post", conversation.post().id().toString())
        .put("status", engagement.status().word())
        .put("mode", engagement.mode().word())
        .put("helper", person(engagement.helper()))
        .put(
            "receivers",
            new JsonArray(engagement.receivers().stream().map(BoardJson::person).toList()))
        .put("estimateMinutes", orNull(engagement.estimateMinutes()))
        .put("helperMinutes", orNull(engagement.numbers().helper()))
        .put("receiverMinutes", orNull(engagement.numbers().receivers()))
        .put("minutes", orNull(ending.minutes()))
        .put("dispute", ending.dispute())
        .put("reason", ending.reason())
        .put("agreedAt", engagement.agreed().toString())
        .put("transfer", ending.transfer().map(Object::toString).orElse(null));
  }

  private static JsonObject person(Person person) {
    return new JsonObject().put("id", person.id().toString()).put("name", person.name());
  }

  private static @org.jspecify.annotations.Nullable Integer orNull(OptionalInt number) {
    return number.isPresent() ? number.getAsInt() : null;
  }

  private static @org.jspecify.annotations.Nullable String at(Optional<Instant> moment) {
    return moment.map(Instant::toString).orElse(null);
  }
}
