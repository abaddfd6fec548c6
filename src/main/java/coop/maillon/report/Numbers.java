package coop.maillon.report;

import java.util.List;

/** All that a report says, before it is worded. */
record Numbers(List<Utilisation.Line> lines, Counted counted) {

  Numbers {
    lines = List.copyOf(lines);
  }

  static final Numbers NONE = new Numbers(List.of(), Counted.NOTHING);

  Heat heat() {
    return Utilisation.sum(lines);
  }
}
