package coop.maillon.member.page;

import coop.maillon.member.Member;
import coop.maillon.member.Standing;
import coop.maillon.web.Ask;
import coop.maillon.web.Who;
import coop.maillon.web.Words;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What member/list shows: who belongs, and the form that invites. */
record MembersPage(
    String title,
    String count,
    String q,
    List<Line> members,
    Optional<String> earlier,
    Optional<String> later,
    InvitationForm.View invitation) {

  static final int PAGE = 50;

  /** One member in the list. */
  record Line(
      long id,
      String name,
      String initials,
      String email,
      String roles,
      String state,
      String tone) {}

  /** What the list was asked for, and what was found. */
  record Found(String q, int page, int count, List<Member> members) {}

  static MembersPage of(Ask ask, Found found, InvitationForm.View invitation) {
    var words = ask.words();
    return new MembersPage(
        words.say("member.list.title"),
        words.say("member.list.count", "count", found.count()),
        found.q(),
        found.members().stream().map(member -> line(member, words)).toList(),
        found.page() > 1 ? Optional.of(address(found, found.page() - 1)) : Optional.empty(),
        found.page() * PAGE < found.count()
            ? Optional.of(address(found, found.page() + 1))
            : Optional.empty(),
        invitation);
  }

  public boolean paged() {
    return earlier.isPresent() || later.isPresent();
  }

  public boolean any() {
    return !members.isEmpty();
  }

  static Line line(Member member, Words words) {
    var state = member.state();
    return new Line(
        member.id().value(),
        member.name(),
        Who.initials(member.name()),
        state == Member.State.LEFT ? "" : member.email(),
        roles(member.standing(), words),
        words.say("member.state." + state.word()),
        switch (state) {
          case ACTIVE -> "ok";
          case INVITED -> "wait";
          default -> "no";
        });
  }

  private static String roles(Standing standing, Words words) {
    var until =
        standing.guestUntil().map(day -> words.say("member.guest.until", "day", words.date(day)));
    var roles = standing.roles().stream()
        .map(role -> words.say("member.role." + role.word()))
        .collect(Collectors.joining(", "));
    return until.map(said -> roles + " " + said).orElse(roles);
  }

  private static String address(Found found, int page) {
    var q = URLEncoder.encode(found.q(), StandardCharsets.UTF_8);
    return "/manage/members?q=" + q + "&page=" + page;
  }
}
