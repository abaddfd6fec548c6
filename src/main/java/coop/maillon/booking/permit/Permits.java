package coop.maillon.booking.permit;

import coop.maillon.booking.Chain;
import coop.maillon.booking.Claim;
import coop.maillon.booking.Condition;
import coop.maillon.booking.Facts;
import coop.maillon.booking.Finding;
import coop.maillon.booking.Violation;
import coop.maillon.db.Lock;
import coop.maillon.db.Query;
import coop.maillon.resource.Admission;
import coop.maillon.resource.Resource;
import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Only members of the groups that a policy names may book, and only with the habilitations that it asks for, valid to the
 * booking's end. A coordinator is not bound by groups; the habilitations are those of the member it is for.
 */
public final class Permits implements Condition {

  /** A permit withdrawn a millisecond later would have been there: nothing is locked for it. */
  @Override
  public Set<Lock> locks(Claim claim) {
    return Set.of();
  }

  @Override
  public List<Query> facts(Claim claim) {
    return Stream.of(groups(claim), habilitations(claim))
        .flatMap(Optional::stream)
        .toList();
  }

  @Override
  public List<Violation> judge(Claim claim, Chain chain, Facts facts) {
    if (claim.purpose() == Claim.Purpose.UNDO) {
      return List.of();
    }
    var broken = new ArrayList<Violation>();
    claim.resources().forEach(resource -> {
      broken.addAll(outside(claim, resource, facts));
      broken.addAll(untrained(claim, resource, facts));
    });
    return broken.stream().distinct().toList();
  }

  @Override
  public List<Finding> findings(Claim claim, Facts facts) {
    return claim
        .resources()
        .flatMap(resource ->
            Stream.concat(inside(claim, resource, facts), trained(claim, resource, facts)))
        .toList();
  }

  private static Stream<Finding> inside(Claim claim, Resource resource, Facts facts) {
    var wanted = resource.policy().admission().groups().orElse(List.of());
    var values = values(resource, names(wanted, rows(groups(claim), facts)));
    return wanted.isEmpty()
        ? Stream.of()
        : Stream.of(
            isFree(claim) ? Finding.unbound("group", values) : Finding.bound("group", values));
  }

  private static Stream<Finding> trained(Claim claim, Resource resource, Facts facts) {
    var rows = rows(habilitations(claim), facts);
    return resource.policy().admission().habilitations().orElse(List.of()).stream()
        .map(slug -> Finding.bound("habilitation", values(resource, name(slug, rows))));
  }

  private static Map<String, Object> values(Resource resource, String name) {
    return Map.of("resource", resource.name(), "name", name);
  }

  /** Whether the member is of a group whose bookings wait for a yes. */
  @Override
  public boolean asksApproval(Claim claim, Facts facts) {
    var rows = rows(groups(claim), facts);
    return claim
        .resources()
        .filter(resource -> !claim.actor().mayCoordinate(resource.site().id().value()))
        .flatMap(resource -> resource.policy().admission().asking().stream())
        .anyMatch(asking -> belongsToOneOf(asking, rows));
  }

  private static List<Violation> outside(Claim claim, Resource resource, Facts facts) {
    var wanted = resource.policy().admission().groups().orElse(List.of());
    var rows = rows(groups(claim), facts);
    if (wanted.isEmpty() || isFree(claim) || belongsToOneOf(wanted, rows)) {
      return List.of();
    }
    return List.of(new Violation("group", values(resource, names(wanted, rows))));
  }

  private static String names(List<String> slugs, List<JsonObject> rows) {
    return slugs.stream().map(slug -> name(slug, rows)).collect(Collectors.joining(", "));
  }

  /** A coordinator books whatever the group; who says yes to a request says it of the member's. */
  private static boolean isFree(Claim claim) {
    return claim.isByCoordinator() && claim.purpose() != Claim.Purpose.APPROVE;
  }

  private static List<Violation> untrained(Claim claim, Resource resource, Facts facts) {
    var rows = rows(habilitations(claim), facts);
    var zone = resource.site().zone();
    var starts = LocalDate.ofInstant(claim.slot().start(), zone);
    var ends = LocalDate.ofInstant(claim.slot().end().minusNanos(1), zone);
    return resource.policy().admission().habilitations().orElse(List.of()).stream()
        .flatMap(slug -> Held.of(slug, rows).lacking(resource, starts, ends).stream())
        .toList();
  }

  static String name(String slug, List<JsonObject> rows) {
    return rows.stream()
        .filter(row -> row.getString("slug").equals(slug))
        .map(row -> row.getString("name"))
        .findFirst()
        .orElse(slug);
  }

  private static boolean belongsToOneOf(List<String> slugs, List<JsonObject> rows) {
    return rows.stream()
        .anyMatch(row -> row.getBoolean("belongs") && slugs.contains(row.getString("slug")));
  }

  private static List<JsonObject> rows(Optional<Query> query, Facts facts) {
    return query.map(facts::of).orElse(List.of());
  }

  private static Optional<Query> groups(Claim claim) {
    var slugs = slugs(claim, Admission::groups);
    slugs.addAll(slugs(claim, Admission::asking));
    return slugs.isEmpty()
        ? Optional.empty()
        : Optional.of(PermitStore.groups(claim.member(), slugs));
  }

  private static Optional<Query> habilitations(Claim claim) {
    var slugs = slugs(claim, Admission::habilitations);
    return slugs.isEmpty()
        ? Optional.empty()
        : Optional.of(PermitStore.habilitations(claim.member(), slugs));
  }

  private static SortedSet<String> slugs(
      Claim claim, Function<Admission, Optional<List<String>>> said) {
    return claim
        .resources()
        .flatMap(resource -> said.apply(resource.policy().admission()).stream())
        .flatMap(List::stream)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
