package coop.maillon.board.act;

import coop.maillon.board.Answer;
import coop.maillon.board.AnswerId;
import coop.maillon.board.AnswerStatus;
import coop.maillon.board.Engagement;
import coop.maillon.board.EngagementId;
import coop.maillon.board.EngagementStatus;
import coop.maillon.board.Mode;
import coop.maillon.board.Person;
import coop.maillon.ledger.TransferId;
import coop.maillon.member.MemberId;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** Answers and engagements as {@link ConversationStore} gathers them into one column each. */
final class ConversationJson {

  private ConversationJson() {}

  static List<Answer> answers(JsonArray all) {
    return each(all).map(ConversationJson::answer).toList();
  }

  static List<Engagement> engagements(JsonArray all) {
    return each(all).map(ConversationJson::engagement).toList();
  }

  private static Answer answer(JsonObject json) {
    return new Answer(
        new AnswerId(json.getLong("id")),
        person(json),
        json.getString("body"),
        AnswerStatus.ofWord(json.getString("status")),
        at(json, "at"),
        Optional.ofNullable(json.getString("waiting")).map(ConversationJson::instant),
        Optional.ofNullable(json.getLong("engagement")).map(EngagementId::new),
        Optional.ofNullable(json.getString("hidden")).map(ConversationJson::instant),
        each(json.getJsonArray("replies"))
            .map(one -> new Answer.Reply(person(one), one.getString("body"), at(one, "at")))
            .toList());
  }

  private static Engagement engagement(JsonObject json) {
    return new Engagement(
        new EngagementId(json.getLong("id")),
        person(json),
        each(json.getJsonArray("receivers")).map(ConversationJson::person).toList(),
        Mode.of(json.getString("mode")).orElseThrow(),
        EngagementStatus.ofWord(json.getString("status")),
        number(json, "estimate"),
        at(json, "agreed"),
        at(json, "since"),
        json.getInteger("reminded"),
        new Engagement.Numbers(number(json, "helperMinutes"), number(json, "receiverMinutes")),
        ending(json),
        each(json.getJsonArray("thanks"))
            .map(one -> new Engagement.Thanks(person(one), one.getString("body"), at(one, "at")))
            .toList());
  }

  private static Engagement.Ending ending(JsonObject json) {
    return new Engagement.Ending(
        json.getString("dispute"),
        number(json, "minutes"),
        json.getString("reason"),
        Optional.ofNullable(json.getLong("by"))
            .map(
                id -> new Person(new MemberId(id), json.getString("byName"), Person.Presence.HERE)),
        Optional.ofNullable(json.getLong("transfer")).map(TransferId::new));
  }

  private static Person person(JsonObject json) {
    return new Person(
        new MemberId(json.getLong("member")),
        json.getString("name"),
        json.getBoolean("here") ? Person.Presence.HERE : Person.Presence.AWAY);
  }

  private static Instant at(JsonObject json, String name) {
    return instant(json.getString(name));
  }

  private static Instant instant(String text) {
    return OffsetDateTime.parse(text).toInstant();
  }

  private static OptionalInt number(JsonObject json, String name) {
    Integer value = json.getInteger(name);
    return value == null ? OptionalInt.empty() : OptionalInt.of(value);
  }

  private static Stream<JsonObject> each(JsonArray array) {
    return array.stream().map(JsonObject.class::cast);
  }
}
