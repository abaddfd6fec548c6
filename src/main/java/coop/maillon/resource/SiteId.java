package coop.maillon.resource;

/** Names a site (antenne) of the cooperative. In JSON, an opaque string. */
public record SiteId(long value) implements Comparable<SiteId> {

  @Override
  public int compareTo(SiteId other) {
    return Long.compare(value, other.value);
  }

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
