package coop.maillon.notification;

import coop.maillon.event.Event;
import coop.maillon.member.MemberId;
import coop.maillon.notification.Facts.PostFacts;
import coop.maillon.notification.Facts.Recipient;
import coop.maillon.notification.Notice.Urgency;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What happens on the board, to those whom it concerns: each once an act, and nobody their own. Its words are
 * `notification.KIND.title`, with the gaps who, about, length and until.
 */
final class BoardTale implements Tale {

  /** Each kind with its icon. */
  private static final Map<String, String> ICONS = Map.ofEntries(
      Map.entry("post.expiring", "clock"),
      Map.entry("post.matched", "hands"),
      Map.entry("answer.proposed", "ask"),
      Map.entry("answer.replied", "ask"),
      Map.entry("answer.accepted", "check"),
      Map.entry("answer.waiting", "glass"),
      Map.entry("answer.declined", "x"),
      Map.entry("answer.withdrawn", "x"),
      Map.entry("answer.closed", "x"),
      Map.entry("engagement.declared", "clock"),
      Map.entry("engagement.disputed", "swap"),
      Map.entry("engagement.reminded", "clock"),
      Map.entry("engagement.unanswered", "glass"),
      Map.entry("engagement.referred", "alert"),
      Map.entry("engagement.confirmed", "check"),
      Map.entry("engagement.settled", "check"),
      Map.entry("engagement.decided", "check"),
      Map.entry("engagement.cut", "check"),
      Map.entry("engagement.dismissed", "x"),
      Map.entry("engagement.finished", "check"),
      Map.entry("engagement.cancelled", "x"),
      Map.entry("engagement.lapsed", "x"),
      Map.entry("engagement.called-off", "x"),
      Map.entry("engagement.left", "x"),
      Map.entry("engagement.absent", "alert"),
      Map.entry("engagement.reversed", "undo"),
      Map.entry("report.made", "flag"),
      Map.entry("post.hidden", "eye"),
      Map.entry("post.restored", "undo"),
      Map.entry("post.dismissed", "check"),
      Map.entry("post.judged", "flag"),
      Map.entry("answer.hidden", "eye"),
      Map.entry("answer.restored", "undo"),
      Map.entry("answer.dismissed", "check"),
      Map.entry("thanks.given", "hands"));

  /** Beside the messages of that kind; none where another tale tells of it. */
  static Optional<String> iconOf(String kind) {
    return Optional.ofNullable(ICONS.get(kind));
  }

  @Override
  public boolean tells(Event event) {
    return ICONS.containsKey(event.kind());
  }

  /** None about a post that is no more. */
  @Override
  public List<Notice> of(Event event, Facts facts, Instant now) {
    return facts
        .post(event.data().getLong("post"))
        .map(post -> new Telling(event, facts, post).tell())
        .orElse(List.of());
  }

  /** One event being told. */
  private record Telling(Event event, Facts facts, PostFacts post) {

    List<Notice> tell() {
      return whom()
          .distinct()
          .filter(to -> to.present() && !to.guest() && !isActor(to))
          .map(to -> new Notice(to.reader(), event.seq(), event.kind(), data(to), Urgency.NEWS))
          .toList();
    }

    private Stream<Recipient> whom() {
      return switch (event.kind()) {
        case "engagement.referred", "report.made" -> deciders();
        case "answer.withdrawn" -> facts.person(post.author()).stream();
        default -> named();
      };
    }

    /** Those of the sites, or of any where it is done at a distance; never those who are parties of it. */
    private Stream<Recipient> deciders() {
      var sites = numbers("sites").toList();
      Stream<Recipient> all = sites.isEmpty()
          ? facts.known().values().stream().filter(Recipient::administrator)
          : sites.stream().flatMap(facts::coordinators);
      var parties = numbers("parties").map(MemberId::new).toList();
      return all.filter(to -> !parties.contains(to.id()));
    }

    private Stream<Recipient> named() {
      return Stream.concat(Stream.ofNullable(event.data().getLong("member")), numbers("members"))
          .map(MemberId::new)
          .flatMap(id -> facts.person(id).stream());
    }

    private Stream<Long> numbers(String name) {
      return event.data().getJsonArray(name, new JsonArray()).stream()
          .map(id -> ((Number) id).longValue());
    }

    private boolean isActor(Recipient to) {
      return actor().filter(to.id()::equals).isPresent();
    }

    /** Whoever reported it may see it no more. */
    private String link() {
      return switch (event.kind()) {
        case "report.made" -> "/manage/moderation";
        case "post.judged" -> "/board";
        default -> "/board/" + post.id();
      };
    }

    private Optional<MemberId> actor() {
      return Optional.ofNullable(event.data().getLong("actor")).map(MemberId::new);
    }

    private JsonObject data(Recipient to) {
      var data = new JsonObject()
          .put("link", link())
          .put("post", post.id())
          .put("about", post.title())
          .put("until", post.lastDay().toString())
          .put("who", actor().flatMap(facts::person).map(Recipient::shortName).orElse(""));
      Optional.ofNullable(event.data().getJsonObject("reasons"))
          .map(reasons -> reasons.getJsonObject(to.id().toString()))
          .ifPresent(data::mergeIn);
      Stream.of("answer", "engagement", "minutes", "reason", "outcome", "urgent")
          .filter(event.data()::containsKey)
          .forEach(name -> data.put(name, event.data().getValue(name)));
      return data;
    }
  }
}
