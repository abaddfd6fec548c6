package coop.maillon.member;

import java.text.Normalizer;
import java.util.Locale;

/** A name as addresses and rules write it: {@code Découpe laser} is {@code decoupe-laser}. */
public final class Slug {

  private Slug() {}

  /** Letters and digits of it, in lower case, parted by hyphens; {@code x} where there are none. */
  public static String of(String name) {
    String plain = Normalizer.normalize(name, Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "")
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^a-z0-9]+", "-")
        .replaceAll("^-|-$", "");
    return plain.isEmpty() ? "x" : plain;
  }
}
