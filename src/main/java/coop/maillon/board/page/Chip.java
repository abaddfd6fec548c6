package coop.maillon.board.page;

import coop.maillon.board.PostDraft;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/** A skill, which leads to the posts that name it. */
record Chip(String label, String href, boolean known) {

  static List<Chip> of(PostDraft draft, Set<String> known) {
    return draft.skills().stream()
        .map(skill -> new Chip(skill, href(skill), known.contains(skill)))
        .toList();
  }

  private static String href(String skill) {
    return "/board?where=all&skill=" + URLEncoder.encode(skill, StandardCharsets.UTF_8);
  }
}
