package coop.maillon.board.page;

import static io.vertx.core.Future.succeededFuture;

import coop.maillon.board.Conversation;
import coop.maillon.board.EngagementId;
import coop.maillon.board.PostId;
import coop.maillon.board.Sight;
import coop.maillon.event.Event;
import coop.maillon.live.Channel;
import coop.maillon.live.Message;
import coop.maillon.web.Views;
import coop.maillon.web.Who;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;

/** Tells open pages of the board what is new: `board` is the list, `board:ID` a post with its conversation. */
public final class BoardLive implements Channel {

  private static final String LIST = "board";
  private static final String OF_POST = LIST + ":";

  /** What the two sides do with each other is theirs; of these others see that a place is free again. */
  private static final Set<String> FREE_A_PLACE = Set.of(
      "engagement.cancelled",
      "engagement.absent",
      "engagement.left",
      "engagement.lapsed",
      "engagement.dismissed");

  /** What happens to answers for all to see. */
  private static final Set<String> OF_ALL =
      Set.of("answer.proposed", "answer.accepted", "answer.replied", "answer.waiting");

  private final Reading reading;
  private final LivePieces pieces;
  private final Clock clock;

  public BoardLive(Reading reading, Views views, Clock clock) {
    this.reading = reading;
    this.pieces = new LivePieces(views, reading.zone());
    this.clock = clock;
  }

  @Override
  public String prefix() {
    return LIST;
  }

  /** Guests have no part in the board; a post is heard of by whoever may read it. */
  @Override
  public Future<Boolean> admits(Who reader, String topic) {
    if (topic.equals(LIST)) {
      return succeededFuture(!reader.guest());
    }
    return PostId.read(topic.substring(Math.min(topic.length(), OF_POST.length())))
        .map(id -> reading.board().reads().find(reader, id).map(Optional::isPresent))
        .orElseGet(() -> succeededFuture(false));
  }

  @Override
  public Set<String> topics(Event event) {
    boolean isOurs = event.kind().matches("(post|answer|engagement|thanks)[.].*")
        && event.data().containsKey("post");
    return isOurs ? Set.of(LIST, OF_POST + event.data().getLong("post")) : Set.of();
  }

  @Override
  public Future<Telling> tell(Event event, Set<String> heard) {
    var post = new PostId(event.data().getLong("post"));
    return reading
        .board()
        .reads()
        .whole(post)
        .map(found -> (reader, topic) -> found
            .filter(there -> new Sight(reader).seesAt(there, clock.instant()))
            .filter(there -> concerns(event, there, reader))
            .map(there -> message(event, there, reader, topic)));
  }

  private static boolean concerns(Event event, Conversation conversation, Who reader) {
    return !event.kind().startsWith("engagement.")
        || FREE_A_PLACE.contains(event.kind())
        || isParty(event, conversation, reader);
  }

  private static boolean isParty(Event event, Conversation conversation, Who reader) {
    return Optional.ofNullable(event.data().getLong("engagement"))
        .flatMap(id -> conversation.engagement(new EngagementId(id)))
        .filter(one -> new Sight(reader).sees(conversation.post(), one))
        .isPresent();
  }

  private Message message(Event event, Conversation conversation, Who reader, String topic) {
    var scene = new LivePieces.Scene(conversation, reader, clock.instant());
    var data = new JsonObject().put("post", conversation.post().id().toString());
    if (topic.equals(LIST)) {
      data.put("fresh", isNew(event, conversation, reader));
      return new Message(kind(event), Optional.of(pieces.line(scene)), data);
    }
    Optional.ofNullable(event.data().getLong("answer"))
        .filter(answer -> isNamed(event))
        .ifPresent(answer -> data.put("answer", String.valueOf(answer)));
    pieces.sentence(scene, event).ifPresent(sentence -> data.put("sentence", sentence));
    return new Message(kind(event), Optional.of(pieces.conversation(scene, event)), data);
  }

  /** What came to nothing concerns two people: it has no name for others. */
  private static String kind(Event event) {
    return isNamed(event) ? event.kind() : "post.changed";
  }

  private static boolean isNamed(Event event) {
    return event.kind().startsWith("post.") || OF_ALL.contains(event.kind());
  }

  private static boolean isNew(Event event, Conversation conversation, Who reader) {
    return event.kind().equals("post.published")
        && conversation.post().author().id().value() != reader.id();
  }
}
