package coop.maillon.board.act;

import coop.maillon.board.Answer;
import coop.maillon.board.AnswerId;
import coop.maillon.board.Engagement;
import coop.maillon.board.Person;
import coop.maillon.board.Side;
import coop.maillon.board.skill.Matching;
import coop.maillon.event.Events;
import coop.maillon.member.MemberId;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What the board tells the others about itself: always ids and minutes, never titles, texts or names. */
final class BoardEvents {

  private final Events events;

  BoardEvents(Events events) {
    this.events = events;
  }

  /** These are asked for help, each for a reason of their own. */
  Future<Void> asked(Scene scene, List<Matching.Match> whom) {
    if (whom.isEmpty()) {
      return Future.succeededFuture();
    }
    var reasons = new JsonObject();
    whom.forEach(match -> reasons.put(
        match.member().toString(),
        new JsonObject()
            .put("skill", match.word())
            .put("reason", match.reason().name().toLowerCase(Locale.ROOT))
            .put("nearness", match.nearness().name().toLowerCase(Locale.ROOT))));
    boolean urgent = scene.post().isUrgentAt(scene.now());
    var members =
        new JsonArray(whom.stream().map(match -> match.member().value()).toList());
    return events.publish(
        scene.tx(),
        "post.matched",
        about(scene).put("members", members).put("reasons", reasons).put("urgent", urgent));
  }

  /** Something became of the post. */
  Future<Void> post(Scene scene, String kind) {
    return events.publish(scene.tx(), "post." + kind, about(scene));
  }

  /** The same, which its author is told. */
  Future<Void> toAuthor(Scene scene, String kind) {
    return events.publish(
        scene.tx(),
        "post." + kind,
        about(scene).put("member", scene.post().author().id().value()));
  }

  /** Somebody said something, which another is told. */
  Future<Void> said(Scene scene, String kind, AnswerId answer, Person whom) {
    return events.publish(
        scene.tx(),
        "answer." + kind,
        about(scene).put("answer", answer.value()).put("member", whom.id().value()));
  }

  /** Something became of an answer, which whoever gave it is told. */
  Future<Void> answer(Scene scene, String kind, Answer answer) {
    return events.publish(
        scene.tx(),
        "answer." + kind,
        about(scene)
            .put("answer", answer.id().value())
            .put("member", answer.member().id().value()));
  }

  /** Something became of an engagement, which these are told. */
  Future<Void> engagement(Scene scene, String kind, Engagement engagement, Stream<Person> whom) {
    var data = about(scene)
        .put("engagement", engagement.id().value())
        .put("members", ids(whom))
        .put("status", engagement.status().word());
    engagement.ending().minutes().ifPresent(minutes -> data.put("minutes", minutes));
    if (!engagement.ending().reason().isEmpty()) {
      data.put("reason", engagement.ending().reason());
    }
    engagement
        .declarer()
        .map(engagement.numbers()::of)
        .ifPresent(said -> data.put("minutes", said.getAsInt()));
    return events.publish(scene.tx(), "engagement." + kind, data);
  }

  /** The same, which the other side than that of whoever did it is told. */
  Future<Void> toOtherSide(Scene scene, String kind, Engagement engagement) {
    Stream<Person> others = scene
        .actor()
        .flatMap(engagement::sideOf)
        .map(Side::other)
        .map(engagement::on)
        .orElseGet(engagement::parties);
    return engagement(scene, kind, engagement, others);
  }

  /** Those who may decide are asked to; they are the coordinators of these sites, or of all where there is none. */
  Future<Void> referred(Scene scene, Engagement engagement) {
    var sites = new JsonArray();
    scene.post().draft().site().ifPresent(site -> sites.add(site.value()));
    return events.publish(
        scene.tx(),
        "engagement.referred",
        about(scene)
            .put("engagement", engagement.id().value())
            .put("parties", ids(engagement.parties()))
            .put("sites", sites));
  }

  /** Thanks in words, which the others of an engagement are told. */
  Future<Void> thanks(Scene scene, Engagement engagement) {
    return events.publish(
        scene.tx(),
        "thanks.given",
        about(scene)
            .put("engagement", engagement.id().value())
            .put("members", ids(engagement.parties())));
  }

  private static JsonObject about(Scene scene) {
    var data = new JsonObject().put("post", scene.post().id().value());
    scene.actor().map(MemberId::value).ifPresent(actor -> data.put("actor", actor));
    return data;
  }

  private static JsonArray ids(Stream<Person> people) {
    return new JsonArray(people.map(one -> one.id().value()).distinct().toList());
  }
}
