package coop.maillon.resource.tariff;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** All versions of one resource's tariff; none where its use was always free. */
public record Versions(List<Version> all) {

  private static final Comparator<Version> LATER =
      Comparator.comparing(Version::from).thenComparing(Version::id);

  public static final Versions NONE = new Versions(List.of());

  public Versions {
    all = all.stream().sorted(LATER).toList();
  }

  /** The one for what begins on that day: the last that holds by then, and of those of one day the one set last. */
  public Optional<Version> on(LocalDate day) {
    return all.stream().filter(version -> !version.from().isAfter(day)).reduce((one, two) -> two);
  }

  public Optional<Version> of(long id) {
    return all.stream().filter(version -> version.id() == id).findFirst();
  }
}
