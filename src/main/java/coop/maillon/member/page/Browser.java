package coop.maillon.member.page;

import coop.maillon.web.Words;
import java.util.LinkedHashMap;
import java.util.Map;

/** The name by which people know a browser and its machine, out of what it calls itself. */
final class Browser {

  private static final Map<String, String> BROWSERS = new LinkedHashMap<>();
  private static final Map<String, String> MACHINES = new LinkedHashMap<>();

  // In this order: Edge and Chrome also call themselves Safari, Android also Linux.
  static {
    BROWSERS.put("Edg", "Edge");
    BROWSERS.put("OPR", "Opera");
    BROWSERS.put("Firefox", "Firefox");
    BROWSERS.put("Chrom", "Chrome");
    BROWSERS.put("Safari", "Safari");
    MACHINES.put("iPhone", "iPhone");
    MACHINES.put("iPad", "iPad");
    MACHINES.put("Android", "Android");
    MACHINES.put("Windows", "Windows");
    MACHINES.put("Mac OS", "Mac");
    MACHINES.put("Linux", "Linux");
  }

  private Browser() {}

  static String of(String agent, Words words) {
    var browser = first(BROWSERS, agent, words.say("member.sessions.browser"));
    var machine = first(MACHINES, agent, "");
    return machine.isEmpty() ? browser : browser + ", " + machine;
  }

  private static String first(Map<String, String> known, String agent, String otherwise) {
    return known.entrySet().stream()
        .filter(entry -> agent.contains(entry.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(otherwise);
  }
}
