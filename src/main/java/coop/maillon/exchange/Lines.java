package coop.maillon.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Rows of a table on their way in: each readable or not; if one is not, none comes. */
final class Lines<T> {

  private final List<String> labels = new ArrayList<>();
  private final List<Optional<T>> read = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();

  void add(String label, T value) {
    labels.add(label);
    read.add(Optional.of(value));
    problems.add("");
  }

  void refuse(String label, String problem) {
    labels.add(label);
    read.add(Optional.empty());
    problems.add(problem);
  }

  List<T> values() {
    return read.stream().flatMap(Optional::stream).toList();
  }

  /** @param whys of the values in order, why each cannot come; empty where it can */
  Report report(List<String> whys) {
    var all = new ArrayList<String>();
    int next = 0;
    for (int i = 0; i < labels.size(); i++) {
      all.add(read.get(i).isPresent() ? whys.get(next++) : problems.get(i));
    }
    boolean whole = all.stream().allMatch(String::isEmpty);
    var lines = new ArrayList<Report.Line>();
    for (int i = 0; i < labels.size(); i++) {
      boolean fine = all.get(i).isEmpty();
      var state = fine ? Report.State.NEW : Report.State.REFUSED;
      lines.add(
          new Report.Line(labels.get(i), state, fine && whole ? 1 : 0, fine ? 0 : 1, all.get(i)));
    }
    return new Report(lines);
  }
}
