package coop.maillon.member;

/** Which member; in JSON and in addresses, the number as text. */
public record MemberId(long value) implements Comparable<MemberId> {

  @Override
  public int compareTo(MemberId other) {
    return Long.compare(value, other.value);
  }

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
