package coop.maillon.resource.manage;

import coop.maillon.resource.Site;
import java.util.function.Function;
import java.util.function.Supplier;

/** What came of changing a site. */
public sealed interface SiteOutcome {

  /** It is so. */
  record Done(Site site) implements SiteOutcome {}

  /** The draft does not hold together. */
  record Faulty(Fault fault) implements SiteOutcome {}

  /** Administrators only. */
  record Forbidden() implements SiteOutcome {}

  default <R> R fold(Function<Done, R> done, Function<Faulty, R> faulty, Supplier<R> forbidden) {
    if (this instanceof Done made) {
      return done.apply(made);
    }
    return this instanceof Faulty wrong ? faulty.apply(wrong) : forbidden.get();
  }
}
