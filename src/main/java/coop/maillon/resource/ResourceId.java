package coop.maillon.resource;

/** Names a resource: a room, a thing, a vehicle, a pool or a whole made of parts. In JSON, an opaque string. */
public record ResourceId(long value) implements Comparable<ResourceId> {

  @Override
  public int compareTo(ResourceId other) {
    return Long.compare(value, other.value);
  }

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
