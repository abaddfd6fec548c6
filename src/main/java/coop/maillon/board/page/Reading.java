package coop.maillon.board.page;

import static io.vertx.core.Future.succeededFuture;

import coop.maillon.board.Conversation;
import coop.maillon.board.EngagementStatus;
import coop.maillon.board.Place;
import coop.maillon.board.PostId;
import coop.maillon.board.act.Board;
import coop.maillon.board.hours.Hours;
import coop.maillon.board.moderation.Reports;
import coop.maillon.board.page.PostPages.Said;
import coop.maillon.db.Database;
import coop.maillon.ledger.Standing;
import coop.maillon.member.MemberId;
import coop.maillon.web.Answer;
import coop.maillon.web.Ask;
import io.vertx.core.Future;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * What the pages of the board read by, and how a post's page is put together.
 *
 * @param zone of what is done at a distance
 * @param told the number of the last event that open pages have heard of
 */
public record Reading(
    Database database, Board board, Reports reports, Hours hours, ZoneId zone, LongSupplier told) {

  /** The post as whoever asks may see it, with a status; 404 where they may not. */
  Future<Answer> post(Ask ask, PostId id, Said said, int status) {
    long seen = told.getAsLong();
    return board
        .reads()
        .find(ask.who(), id)
        .compose(found -> found
            .map(there -> standing(ask, there)
                .compose(standing -> reports.rulings(ask.who(), there).map(rulings -> {
                  var pages = new PostPages(there, ask.who(), standing, moments(ask, zone(there)));
                  return answer(status, pages.page(said, rulings, seen));
                })))
            .orElseGet(() -> succeededFuture(Answer.notFound())));
  }

  private static Answer answer(int status, PostPage page) {
    return switch (status) {
      case 409 -> Answer.conflict("board/show", page);
      case 422 -> Answer.refused("board/show", page);
      default -> Answer.page("board/show", page);
    };
  }

  /** One's account, where something on the page would change it. */
  private Future<Optional<Standing>> standing(Ask ask, Conversation conversation) {
    var reader = new MemberId(ask.who().id());
    boolean matters = conversation.engagements().stream()
        .anyMatch(one ->
            one.status() == EngagementStatus.DECLARED && one.sideOf(reader).isPresent());
    return matters
        ? hours.standing(ask.who()).map(Optional::of)
        : succeededFuture(Optional.empty());
  }

  Moments moments(Ask ask, ZoneId at) {
    return new Moments(ask.words(), at, ask.now());
  }

  ZoneId zone(Conversation conversation) {
    return conversation.post().place().map(Place::zone).orElse(zone);
  }
}
