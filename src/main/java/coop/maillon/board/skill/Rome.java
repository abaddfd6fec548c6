package coop.maillon.board.skill;

import coop.maillon.board.search.Shipped;
import java.util.List;
import java.util.Optional;

/** Occupations of ROME 4.0 that a skill can be tied to; where they come from stands at the head of the file. */
final class Rome {

  /** One of them: M1203 Comptabilité. */
  record Occupation(String code, String label) {}

  private static final List<Occupation> ALL = Shipped.lines("rome.csv").stream()
      .map(line -> line.split(";", 2))
      .map(cells -> new Occupation(cells[0], cells[1]))
      .toList();

  private Rome() {}

  static List<Occupation> all() {
    return ALL;
  }

  static Optional<Occupation> of(String code) {
    return ALL.stream().filter(one -> one.code().equals(code)).findFirst();
  }
}
