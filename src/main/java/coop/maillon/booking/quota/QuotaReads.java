package coop.maillon.booking.quota;

import static io.vertx.core.Future.succeededFuture;

import coop.maillon.db.Sql;
import coop.maillon.member.MemberId;
import coop.maillon.resource.Quota;
import coop.maillon.resource.Resource;
import coop.maillon.resource.TimeSlot;
import coop.maillon.web.Words;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** What somebody has left of a resource's quotas: said before they book. */
public final class QuotaReads {

  private final Sql sql;

  public QuotaReads(Sql sql) {
    this.sql = sql;
  }

  /** Who looks at which resources, for when. */
  public record Looking(
      MemberId member, Collection<Resource> resources, TimeSlot slot, Instant now) {}

  /** One sentence for each quota that concerns them, on the first of its stretches that the slot lies in. */
  public Future<List<String>> left(Looking looking, Words words) {
    var quotas = looking.resources().stream()
        .flatMap(resource -> resource.quotas().stream())
        .distinct()
        .map(quota -> left(quota, looking, words))
        .toList();
    return quotas.isEmpty()
        ? succeededFuture(List.of())
        : Future.all(quotas)
            .map(done -> quotas.stream().flatMap(said -> said.result().stream()).toList());
  }

  private Future<List<String>> left(Quota quota, Looking looking, Words words) {
    var belongs = QuotaStore.belongs(quota, looking.member())
        .map(question -> QuotaStore.ask(sql, question).map(Taken::belongs))
        .orElse(succeededFuture(true));
    var taken = QuotaStore.ask(sql, QuotaStore.taken(quota, looking.member(), looking.now()))
        .map(Taken::of);
    return Future.all(belongs, taken)
        .map(done ->
            belongs.result() ? sentences(quota, looking, taken.result(), words) : List.of());
  }

  private static List<String> sentences(
      Quota quota, Looking looking, List<Taken> taken, Words words) {
    var slots = taken.stream().map(Taken::slot).toList();
    return Window.touchedBy(looking.slot(), quota, looking.now()).stream()
        .limit(1)
        .flatMap(window -> Stream.of(
            LeftWords.sentence(window, Math.max(0, quota.amount() - window.taken(slots)), words)))
        .toList();
  }
}
