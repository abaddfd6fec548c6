package coop.maillon.board.skill;

import coop.maillon.board.Place;
import coop.maillon.board.Post;
import coop.maillon.board.PostKind;
import coop.maillon.db.Tx;
import coop.maillon.member.MemberId;
import io.vertx.core.Future;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;

/**
 * Who is asked when a post needs something: those who know it; of a resource, those with the habilitation that it asks for, and
 * those who are at its site today and show it. All of them said that they may be asked. Whoever is there today comes first, then
 * those of the site; never its author, never anybody twice for one post.
 */
public final class Matching {

  private final MatchStore store = new MatchStore();

  /**
   * Somebody who is asked.
   *
   * @param word the first that they know of the skills that are needed; the habilitation, or the site
   * @param nearness why they rather than others
   */
  public record Match(MemberId member, Reason reason, String word, Nearness nearness) {}

  /** Why somebody is asked, the better reason first. */
  public enum Reason {
    SKILL,
    /** They hold a habilitation that the resource asks for. */
    TRAINED,
    /** They are where the resource is. */
    PRESENT
  }

  /** Where somebody is, as far as the post is concerned. */
  public enum Nearness {
    /** At its site today. */
    HERE,
    /** It is their site. */
    HOME,
    ANYWHERE
  }

  /** Those whom nobody has asked for it yet; an offer asks nobody. */
  public Future<List<Match>> ask(Tx tx, Post post, Instant now) {
    boolean needsNobody =
        post.draft().skills().isEmpty() && post.draft().ties().resource().isEmpty();
    if (post.draft().kind() == PostKind.OFFER || needsNobody) {
      return Future.succeededFuture(List.of());
    }
    ZoneId zone = post.place().map(Place::zone).orElse(ZoneOffset.UTC);
    Instant tonight =
        now.atZone(zone).toLocalDate().plusDays(1).atStartOfDay(zone).toInstant();
    return store.tell(
        tx, post, new MatchStore.Today(now, tonight, now.atZone(zone).toLocalDate()));
  }
}
