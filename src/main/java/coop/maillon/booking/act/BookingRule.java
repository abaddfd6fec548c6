package coop.maillon.booking.act;

import coop.maillon.booking.Claim;
import coop.maillon.booking.Finding;
import coop.maillon.booking.Violation;
import coop.maillon.resource.Policy;
import coop.maillon.resource.Resource;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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

  /** Of what began off the grid, because somebody took it as they stood there, only the end is held to it. */
  GRANULARITY {
    @Override
    boolean isBrokenBy(Claim claim, Resource resource, Instant now) {
      var grid = resource.policy().grid(resource.site().zone());
      return !grid.has(claim.slot().end())
          || !claim.keepsStart() && !grid.has(claim.slot().start());
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
    boolean isSaidBy(Policy policy) {
      return policy.minMinutes().isPresent();
    }

    @Override
    Map<String, Object> values(Claim claim, Resource resource) {
      return Map.of("minutes", resource.policy().minMinutes().orElse(0));
    }
  },

  MAX_DURATION {
    @Override
    boolean isBrokenBy(Claim claim, Resource resource, Instant now) {
      return lengthInSeconds(claim)
          > resource.policy().maxMinutes().orElse(Integer.MAX_VALUE) * 60L;
    }

    @Override
    boolean isSaidBy(Policy policy) {
      return policy.maxMinutes().isPresent();
    }

    @Override
    Map<String, Object> values(Claim claim, Resource resource) {
      return Map.of("minutes", resource.policy().maxMinutes().orElse(0));
    }
  },

  NOTICE {
    @Override
    boolean isBrokenBy(Claim claim, Resource resource, Instant now) {
      var first = now.plus(Duration.ofMinutes(resource.policy().noticeMinutes()));
      return !claim.keepsStart() && claim.slot().start().isBefore(first);
    }

    @Override
    boolean isSaidBy(Policy policy) {
      return policy.noticeMinutes() > 0;
    }

    @Override
    Map<String, Object> values(Claim claim, Resource resource) {
      return Map.of("minutes", resource.policy().noticeMinutes());
    }
  },

  ADVANCE {
    @Override
    boolean isBrokenBy(Claim claim, Resource resource, Instant now) {
      int days = resource.policy().advanceDays().orElse(Integer.MAX_VALUE);
      LocalDate last = now.atZone(resource.site().zone()).toLocalDate().plusDays(days);
      return claim.slot().start().atZone(resource.site().zone()).toLocalDate().isAfter(last);
    }

    @Override
    boolean isSaidBy(Policy policy) {
      return policy.advanceDays().isPresent();
    }

    @Override
    Map<String, Object> values(Claim claim, Resource resource) {
      return Map.of("days", resource.policy().advanceDays().orElse(0));
    }
  };

  /** How late one may book what has begun. */
  static final Duration ARRIVING = Duration.ofMinutes(15);

  /** Only asked of those whom it binds, where the policy says it. */
  abstract boolean isBrokenBy(Claim claim, Resource resource, Instant now);

  /** Whether the policy has such a rule at all; every policy has hours and a grid, be it of one minute. */
  boolean isSaidBy(Policy policy) {
    return true;
  }

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

  /** Every rule that a resource of the claim has, as if it were kept. */
  static Stream<Finding> findings(Claim claim) {
    return claim
        .resources()
        .flatMap(resource -> said(resource).map(rule -> {
          var values = with(resource, rule.values(claim, resource));
          return rule.binds(claim)
              ? Finding.bound(rule.word(), values)
              : Finding.unbound(rule.word(), values);
        }));
  }

  private static Stream<Violation> brokenBy(Claim claim, Resource resource, Instant now) {
    return said(resource)
        .filter(rule -> rule.binds(claim))
        .filter(rule -> rule.isBrokenBy(claim, resource, now))
        .map(rule -> new Violation(rule.word(), with(resource, rule.values(claim, resource))));
  }

  private static Stream<BookingRule> said(Resource resource) {
    return Stream.of(values()).filter(rule -> rule.isSaidBy(resource.policy()));
  }

  /**
   * Whoever is re-housed could not know in time, and a coordinator need not; whoever takes what is free does not wait for
   * the grid.
   */
  private boolean binds(Claim claim) {
    boolean isOfMembers = this == NOTICE || this == ADVANCE;
    boolean isFree =
        isOfMembers && (claim.purpose() == Claim.Purpose.REHOUSE || claim.isByCoordinator());
    return !isFree && (this != GRANULARITY || claim.purpose() != Claim.Purpose.TAKE);
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
