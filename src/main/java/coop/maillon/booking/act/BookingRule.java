package coop.maillon.booking.act;

import coop.maillon.booking.Claim;
import coop.maillon.booking.Violation;
import coop.maillon.resource.Resource;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** The rules of a policy that a claim can be judged by without knowing the ledger. Their sentences are `booking.rule.WORD`. */
public enum BookingRule {

  /** What began within the last quarter of an hour still counts as now: one books on arriving. */
  PAST {
    @Override
    boolean isBrokenBy(Claim claim, Resource resource, Instant now) {
      if (claim.purpose() == Claim.Purpose.IMPORT) {
        return false;
      }
      boolean startsLate = claim.slot().start().isBefore(now.minus(ARRIVING));
      return startsLate && !claim.keepsStart() || !claim.slot().end().isAfter(now);
    }
  },

  OPENING_HOURS {
    @Override
    boolean isBrokenBy(Claim claim, Resource resource, Instant now) {
      return !resource.policy().openingHours().covers(resource.site().zone(), claim.slot());
    }
  },

  GRANULARITY {
    @Override
    boolean isBrokenBy(Claim claim, Resource resource, Instant now) {
      return !resource.policy().grid(resource.site().zone()).has(claim.slot());
    }

    @Override
    Map<String, Object> values(Claim claim, Resource resource) {
      return Map.of("minutes", resource.policy().granularityMinutes());
    }
  },

  MIN_DURATION {
    @Override
    boolean isBrokenBy(Claim claim, Resource resource, Instant now) {
      return lengthInSeconds(claim) < resource.policy().minMinutes().orElse(0) * 60L;
    }

    @Override
    Map<String, Object> values(Claim claim, Resource resource) {
      return Map.of("minutes", resource.policy().minMinutes().orElse(0));
    }
  },

  MAX_DURATION {
    @Override
    boolean isBrokenBy(Claim claim, Resource resource, Instant now) {
      OptionalInt most = resource.policy().maxMinutes();
      return most.isPresent() && lengthInSeconds(claim) > most.getAsInt() * 60L;
    }

    @Override
    Map<String, Object> values(Claim claim, Resource resource) {
      return Map.of("minutes", resource.policy().maxMinutes().orElse(0));
    }
  },

  NOTICE {
    @Override
    boolean isBrokenBy(Claim claim, Resource resource, Instant now) {
      return !claim.isByCoordinator()
          && !claim.keepsStart()
          && claim
              .slot()
              .start()
              .isBefore(now.plus(Duration.ofMinutes(resource.policy().noticeMinutes())))
          && resource.policy().noticeMinutes() > 0;
    }

    @Override
    Map<String, Object> values(Claim claim, Resource resource) {
      return Map.of("minutes", resource.policy().noticeMinutes());
    }
  },

  ADVANCE {
    @Override
    boolean isBrokenBy(Claim claim, Resource resource, Instant now) {
      OptionalInt days = resource.policy().advanceDays();
      if (days.isEmpty() || claim.isByCoordinator()) {
        return false;
      }
      LocalDate last = now.atZone(resource.site().zone()).toLocalDate().plusDays(days.getAsInt());
      return claim.slot().start().atZone(resource.site().zone()).toLocalDate().isAfter(last);
    }

    @Override
    Map<String, Object> values(Claim claim, Resource resource) {
      return Map.of("days", resource.policy().advanceDays().orElse(0));
    }
  };

  /** How late one may book what has begun. */
  static final Duration ARRIVING = Duration.ofMinutes(15);

  abstract boolean isBrokenBy(Claim claim, Resource resource, Instant now);

  Map<String, Object> values(Claim claim, Resource resource) {
    return Map.of();
  }

  /** The word of the API: `opening-hours`. */
  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Every rule that a resource of the claim has and the claim breaks; undoing is not judged again by them. */
  public static List<Violation> brokenBy(Claim claim, Instant now) {
    return claim.purpose() == Claim.Purpose.UNDO
        ? List.of()
        : claim
            .resources()
            .flatMap(resource -> brokenBy(claim, resource, now))
            .distinct()
            .toList();
  }

  /** Whether all of them are rules of time, which another time may obey. */
  static boolean areAll(List<Violation> violations) {
    return violations.stream()
        .allMatch(violation ->
            Stream.of(values()).anyMatch(rule -> rule.word().equals(violation.rule())));
  }

  private static Stream<Violation> brokenBy(Claim claim, Resource resource, Instant now) {
    return Stream.of(values())
        .filter(rule -> rule.binds(claim))
        .filter(rule -> rule.isBrokenBy(claim, resource, now))
        .map(rule -> new Violation(rule.word(), with(resource, rule.values(claim, resource))));
  }

  /** Whoever is re-housed could not know in time. */
  private boolean binds(Claim claim) {
    return claim.purpose() != Claim.Purpose.REHOUSE || this != NOTICE && this != ADVANCE;
  }

  private static Map<String, Object> with(Resource resource, Map<String, Object> values) {
    var all = new java.util.HashMap<>(values);
    all.put("resource", resource.name());
    return all;
  }

  private static long lengthInSeconds(Claim claim) {
    return claim.slot().length().toSeconds();
  }
}
