package coop.maillon.web;

import java.util.Optional;

/** A place on this very server: what {@code next=} may say, so that no link of ours leads elsewhere. */
public final class LocalPath {

  private LocalPath() {}

  /** The path with its query, unless it could be read as another host's address. */
  public static Optional<String> of(String wanted) {
    boolean local = wanted.startsWith("/") && !wanted.startsWith("//") && wanted.length() <= 2000;
    return local && wanted.chars().allMatch(LocalPath::harmless)
        ? Optional.of(wanted)
        : Optional.empty();
  }

  // A browser reads a backslash as a slash, and drops tabs and line ends.
  private static boolean harmless(int character) {
    return character > ' ' && character < 0x7f && character != '\\';
  }
}
