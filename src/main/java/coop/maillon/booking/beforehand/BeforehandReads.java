package coop.maillon.booking.beforehand;

import static io.vertx.core.Future.succeededFuture;

import coop.maillon.booking.bill.CostPart;
import coop.maillon.booking.bill.CostWords;
import coop.maillon.booking.quota.Left;
import coop.maillon.booking.quota.TakenRows;
import coop.maillon.db.Sql;
import coop.maillon.member.MemberId;
import coop.maillon.resource.Admission;
import coop.maillon.resource.Quota;
import coop.maillon.resource.Resource;
import coop.maillon.resource.Site;
import coop.maillon.resource.TimeSlot;
import coop.maillon.web.Who;
import coop.maillon.web.Words;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/** What somebody should know before they book; no question at all where nothing is asked of anybody. */
public final class BeforehandReads {

  private final BeforehandStore store = new BeforehandStore();
  private final Sql sql;
  private final Reach reach;

  public BeforehandReads(Sql sql) {
    this(sql, Reach.UNKNOWN);
  }

  public BeforehandReads(Sql sql, Reach reach) {
    this.sql = sql;
    this.reach = reach;
  }

  /**
   * Who would book what.
   *
   * @param actor who looks; a coordinator of the place is bound by no group
   * @param member whom it is for
   * @param resources one or more, of which the first is booked first
   * @param slot when, or the next minute where that is not said yet
   * @param km how far, where that was said
   */
  public record Looking(
      Who actor,
      MemberId member,
      List<Resource> resources,
      TimeSlot slot,
      OptionalInt km,
      Instant now) {

    /** Where nobody says how far. */
    public Looking(
        Who actor, MemberId member, List<Resource> resources, TimeSlot slot, Instant now) {
      this(actor, member, resources, slot, OptionalInt.empty(), now);
    }

    /** For oneself, for no time yet. */
    public static Looking now(Who who, List<Resource> resources, Instant now) {
      return new Looking(
          who, new MemberId(who.id()), resources, TimeSlot.ofMinutes(now.plusSeconds(60), 1), now);
    }

    private boolean isUntimed() {
      return slot.equals(TimeSlot.ofMinutes(now.plusSeconds(60), 1));
    }

    Site site() {
      return resources.get(0).site();
    }
  }

  public Future<Beforehand> of(Looking looking, Words words) {
    var wanted = wanted(looking);
    var far = far(looking, wanted);
    var asked = wanted.isNothing()
        ? succeededFuture(Beforehand.NOTHING)
        : store.read(sql, wanted).map(rows -> told(wanted, rows, words));
    return Future.all(far, asked).map(done -> {
      var left = new ArrayList<String>();
      far.result().ifPresent(km -> left.add(far(looking, km, words)));
      left.addAll(asked.result().left());
      return new Beforehand(left, asked.result().lacking(), cost(looking, words));
    });
  }

  /** Where no time is said and there are rules to tell of, one question is enough. */
  private Future<OptionalInt> far(Looking looking, BeforehandStore.Wanted wanted) {
    return looking.isUntimed() && !wanted.isNothing()
        ? succeededFuture(OptionalInt.empty())
        : reach.of(looking.resources().get(0), looking.slot());
  }

  private static Optional<CostPart> cost(Looking looking, Words words) {
    var quoted = looking.resources().stream()
        .flatMap(resource -> resource.quote(looking.slot(), looking.km()).stream()
            .map(quote -> new CostWords.Quoted(resource, quote)))
        .toList();
    return looking.isUntimed() ? Optional.empty() : new CostWords(words).quoted(quoted);
  }

  private static String far(Looking looking, int km, Words words) {
    return words.say(looking.isUntimed() ? "beforehand.far.now" : "beforehand.far", "km", km);
  }

  private static BeforehandStore.Wanted wanted(Looking looking) {
    return new BeforehandStore.Wanted(
        looking,
        quotas(looking),
        slugs(looking.resources(), Admission::habilitations),
        slugs(bound(looking), Admission::groups));
  }

  private static List<Quota> quotas(Looking looking) {
    return looking.resources().stream()
        .flatMap(resource -> resource.quotas().stream())
        .distinct()
        .toList();
  }

  /** Those of which the group that may book them binds whoever looks. */
  private static List<Resource> bound(Looking looking) {
    return looking.resources().stream()
        .filter(resource -> !looking.actor().mayCoordinate(resource.site().id().value()))
        .toList();
  }

  private static List<String> slugs(
      Collection<Resource> resources, Function<Admission, Optional<List<String>>> said) {
    return resources.stream()
        .flatMap(resource -> said.apply(resource.policy().admission()).stream())
        .flatMap(List::stream)
        .distinct()
        .toList();
  }

  private static Beforehand told(
      BeforehandStore.Wanted wanted, Map<String, List<JsonObject>> rows, Words words) {
    var looking = wanted.looking();
    var left = wanted.quotas().stream()
        .flatMap(
            quota -> left(quota, rows.getOrDefault("quota", List.of()), looking, words).stream())
        .toList();
    return new Beforehand(
        left, new LackingWords(looking, rows, words).all(bound(looking)), Optional.empty());
  }

  /** Empty where the quota is not for this member. */
  private static Optional<String> left(
      Quota quota, List<JsonObject> rows, Looking looking, Words words) {
    var own =
        rows.stream().filter(row -> row.getLong("quota") == quota.id().value()).toList();
    var taken = own.stream()
        .filter(row -> row.getValue("id") != null)
        .map(TakenRows::slot)
        .toList();
    return own.isEmpty()
        ? Optional.empty()
        : Left.sentence(quota, taken, new Left.At(looking.slot(), looking.now()), words);
  }
}
