package coop.maillon.resource;

/** Names one unit (exemplaire) of a resource, which one booking at a time can occupy. In JSON, an opaque string. */
public record UnitId(long value) implements Comparable<UnitId> {

  @Override
  public int compareTo(UnitId other) {
    return Long.compare(value, other.value);
  }

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
