package coop.maillon.member.page;

import coop.maillon.member.session.ApiToken;
import coop.maillon.member.session.Keys;
import coop.maillon.member.session.OpenSession;
import coop.maillon.web.Ask;
import coop.maillon.web.Words;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What member/me shows.
 *
 * @param issued the secret of a token just made: shown this once
 * @param around what lies around its owner: what others see of them, too
 */
record ProfilePage(
    String title,
    String email,
    String roles,
    ProfileForm profile,
    Optional<String> passwordProblem,
    Optional<String> newPasswordProblem,
    List<SessionLine> sessions,
    List<TokenLine> tokens,
    List<Option> lives,
    String label,
    Optional<String> labelProblem,
    Optional<String> issued,
    Around around) {

  /** One browser, as its owner knows it. */
  record SessionLine(String browser, String opened, String seen, boolean thisOne) {}

  /** One token, as its owner knows it. */
  record TokenLine(
      long id, String label, boolean readOnly, String created, String expires, String used) {}

  static ProfilePage of(Ask ask, ProfileForm profile, Facts facts) {
    var words = ask.words();
    var when = new When(words, ask.clock().withZone(facts.zone()));
    return new ProfilePage(
        words.say("member.me.title"),
        ask.who().email(),
        facts.roles(),
        profile,
        Optional.empty(),
        Optional.empty(),
        facts.keys().sessions().stream().map(session -> line(session, when)).toList(),
        facts.keys().tokens().stream().map(token -> line(token, when)).toList(),
        lives(words),
        "",
        Optional.empty(),
        Optional.empty(),
        facts.around());
  }

  ProfilePage withPasswordProblems(Optional<String> present, Optional<String> wanted) {
    return new ProfilePage(
        title,
        email,
        roles,
        profile,
        present,
        wanted,
        sessions,
        tokens,
        lives,
        label,
        labelProblem,
        issued,
        around);
  }

  ProfilePage withIssued(String secret) {
    return new ProfilePage(
        title,
        email,
        roles,
        profile,
        passwordProblem,
        newPasswordProblem,
        sessions,
        tokens,
        lives,
        "",
        Optional.empty(),
        Optional.of(secret),
        around);
  }

  ProfilePage withLabelProblem(String typed, String problem) {
    return new ProfilePage(
        title,
        email,
        roles,
        profile,
        passwordProblem,
        newPasswordProblem,
        sessions,
        tokens,
        lives,
        typed,
        Optional.of(problem),
        issued,
        around);
  }

  public boolean anyToken() {
    return !tokens.isEmpty();
  }

  private static SessionLine line(OpenSession session, When when) {
    return new SessionLine(
        Browser.of(session.agent(), when.words()),
        when.day(session.openedAt()),
        when.moment(session.seenAt()),
        session.thisOne());
  }

  private static TokenLine line(ApiToken token, When when) {
    return new TokenLine(
        token.id(),
        token.label(),
        token.reach() == ApiToken.Reach.READ_ONLY,
        when.day(token.createdAt()),
        when.day(token.expiresAt()),
        token.usedAt().map(when::moment).orElseGet(() -> when.words().say("member.tokens.unused")));
  }

  private static List<Option> lives(Words words) {
    return Stream.of(30, 90, 365)
        .map(days ->
            new Option(days.toString(), words.say("member.tokens.days", "days", days), days == 90))
        .toList();
  }

  /** What the page needs from the database. */
  record Facts(String roles, Keys keys, Around around, ZoneId zone) {}

  /** Says moments in the reader's words, in the zone of the clock. */
  private record When(Words words, Clock clock) {

    String day(Instant instant) {
      return words.date(instant.atZone(clock.getZone()).toLocalDate());
    }

    String moment(Instant instant) {
      var at = instant.atZone(clock.getZone());
      boolean today = instant.isAfter(clock.instant().minus(12, ChronoUnit.HOURS));
      return today ? words.time(at.toLocalTime()) : words.day(at.toLocalDate());
    }
  }
}
