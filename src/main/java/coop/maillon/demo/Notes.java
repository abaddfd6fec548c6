package coop.maillon.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What stands on the board of the demo, read from `demo/board.txt`, which says how it is written. */
final class Notes {

  private static final Pattern STEP = Pattern.compile(
      "  (\\d+) (?:(resolved)|([^ :]+)(?: (accepted|says|confirms|cancels|misses|finishes|thanks))?(?: (\\d+)|: (.+))?)");

  private Notes() {}

  /**
   * A post and what happened to it.
   *
   * @param kind `request`, `offer`, `question`, or `draft`, which is a request
   * @param takes `hours`, `places`, `site`, `before` (days ahead) and `tie` (a resource), where they are said
   * @param author by first name
   */
  record Note(
      String kind,
      Map<String, String> takes,
      String author,
      int hoursAgo,
      String title,
      List<String> skills,
      List<String> body,
      List<Step> steps) {

    String takes(String name) {
      return takes.getOrDefault(name, "");
    }
  }

  /**
   * What somebody did.
   *
   * @param who by first name; empty where it is the author
   * @param act `answers`, or the word of the file
   * @param minutes as a number; may be empty
   */
  record Step(int hoursAgo, String who, String act, String minutes, String text) {}

  static List<Note> all() {
    return Stream.of(DemoText.of("board.txt").split("\n\\s*\n"))
        .filter(block -> !block.startsWith("#"))
        .map(Notes::note)
        .toList();
  }

  private static Note note(String block) {
    var lines = block.strip().lines().toList();
    String[] head = lines.get(0).split(" [|] ");
    String[] words = head[0].split(" ");
    var body = new ArrayList<String>();
    var steps = new ArrayList<Step>();
    for (String line : lines.subList(1, lines.size())) {
      Matcher step = STEP.matcher(line);
      if (step.matches()) {
        steps.add(step(step));
      } else {
        body.add(line.strip());
      }
    }
    return new Note(
        words[0],
        takes(words),
        head[1],
        Integer.parseInt(head[2]),
        head[3],
        List.of(head[4].split(", ")),
        body,
        steps);
  }

  /** `hours=60` is a pair; `free` and `service` are said of the mode. */
  private static Map<String, String> takes(String[] words) {
    return Stream.of(words)
        .skip(1)
        .map(word -> word.contains("=") ? word : "mode=" + word)
        .map(word -> word.split("=", 2))
        .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
  }

  private static Step step(Matcher found) {
    boolean isOfPost = found.group(2) != null;
    return new Step(
        Integer.parseInt(found.group(1)),
        Objects.requireNonNullElse(found.group(3), ""),
        isOfPost ? "resolved" : Objects.requireNonNullElse(found.group(4), "answers"),
        Objects.requireNonNullElse(found.group(5), ""),
        Objects.requireNonNullElse(found.group(6), ""));
  }
}
