package coop.maillon.notification.preference;

import coop.maillon.notification.preference.LeaveLinks.Wanted;
import coop.maillon.web.Ask;
import java.util.List;
import java.util.Optional;

/**
 * What notification/unsubscribe shows.
 *
 * @param about which mails, where the link is one of ours
 * @param stopped whether they come no more
 * @param ways what may be chosen in place of it
 */
record LeavePage(
    String title, Optional<String> about, boolean stopped, String action, List<Way> ways) {

  /** A choice that a button makes. */
  record Way(String value, String label, boolean first) {}

  static LeavePage gone(Ask ask) {
    return new LeavePage(
        ask.words().say("preference.leave.gone"), Optional.empty(), false, "", List.of());
  }

  static LeavePage of(Ask ask, Wanted wanted, Preference known) {
    var words = ask.words();
    var about = words.say(wanted
        .topic()
        .map(topic -> "preference.topic." + topic.word())
        .orElse("preference.leave.digests"));
    boolean stopped = wanted
        .topic()
        .map(topic -> known.choice(topic).mail() == Timing.NEVER)
        .orElseGet(() -> known.inDigest().isEmpty());
    return new LeavePage(
        words.say(stopped ? "preference.leave.stopped" : "preference.leave.title"),
        Optional.of(about),
        stopped,
        ask.path(),
        ways(stopped, wanted).stream()
            .map(timing -> new Way(
                timing.word(),
                words.say("preference.leave." + timing.word()),
                timing == Timing.NEVER))
            .toList());
  }

  private static List<Timing> ways(boolean stopped, Wanted wanted) {
    if (wanted.topic().isEmpty()) {
      return stopped ? List.of() : List.of(Timing.NEVER);
    }
    boolean mayWait = wanted.topic().get().timings().contains(Timing.DIGEST);
    if (stopped) {
      return mayWait ? List.of(Timing.NOW, Timing.DIGEST) : List.of(Timing.NOW);
    }
    return mayWait ? List.of(Timing.NEVER, Timing.DIGEST) : List.of(Timing.NEVER);
  }
}
