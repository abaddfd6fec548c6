package coop.maillon.member.page;

import coop.maillon.member.KnownSite;
import coop.maillon.member.Member;
import coop.maillon.web.Ask;
import coop.maillon.web.FieldProblem;
import java.util.List;
import java.util.Optional;

/**
 * What member/one shows: one member, their rights, and what may be done about them.
 *
 * @param mayDecide whether whoever looks may change any of it
 * @param link an invitation just made anew: shown this once
 */
record MemberPage(
    String title,
    MembersPage.Line member,
    boolean mayDecide,
    boolean invited,
    boolean suspended,
    boolean left,
    StandingForm.View standing,
    Optional<String> link) {

  /** What is being edited, by whom, with which problems. */
  record Edit(Member member, StandingForm form, List<FieldProblem> problems) {

    static Edit of(Member member, List<KnownSite> sites) {
      return new Edit(member, StandingForm.of(member.standing(), sites), List.of());
    }
  }

  static MemberPage of(Ask ask, Edit edit, List<KnownSite> sites) {
    var member = edit.member();
    var by = ask.who();
    var rights = by.administrator() || !member.standing().hasRights();
    return new MemberPage(
        member.name(),
        MembersPage.line(member, ask.words()),
        rights && by.id() != member.id().value(),
        member.state() == Member.State.INVITED,
        member.state() == Member.State.SUSPENDED,
        member.state() == Member.State.LEFT,
        edit.form().view(by, sites, edit.problems()),
        Optional.empty());
  }

  MemberPage withLink(String invitation) {
    return new MemberPage(
        title, member, mayDecide, invited, suspended, left, standing, Optional.of(invitation));
  }
}
