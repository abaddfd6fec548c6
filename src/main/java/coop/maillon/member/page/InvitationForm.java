package coop.maillon.member.page;

import coop.maillon.member.Email;
import coop.maillon.member.KnownSite;
import coop.maillon.member.NewMember;
import coop.maillon.member.Profile;
import coop.maillon.web.Ask;
import coop.maillon.web.FieldProblem;
import coop.maillon.web.Fields;
import coop.maillon.web.Who;
import java.util.List;
import java.util.Optional;

/** Whom to invite: untrusted text, until it is a new member or a list of problems. */
record InvitationForm(
    String email, String name, StandingForm standing, List<FieldProblem> problems) {

  static InvitationForm blank() {
    return new InvitationForm("", "", StandingForm.MEMBER, List.of());
  }

  static Read read(Ask ask, List<KnownSite> sites) {
    var fields = Fields.of(ask);
    var email = fields.text("email").max(254).required();
    var name = fields.text("name").max(Profile.LONGEST_NAME).required();
    var address = Email.read(email);
    if (address.isEmpty() && !email.isEmpty()) {
      fields.problem("email", "member.email.shape");
    }
    var form = StandingForm.read(fields);
    var standing = form.standing(fields, sites);
    var typed = new InvitationForm(
        ask.form("email").orElse(""), ask.form("name").orElse(""), form, fields.problems());
    return new Read(
        typed,
        address
            .filter(known -> fields.complete())
            .map(known -> new NewMember(known, name, standing, ask.words().language())));
  }

  InvitationForm with(FieldProblem problem) {
    return new InvitationForm(email, name, standing, List.of(problem));
  }

  View view(Who by, List<KnownSite> sites) {
    return new View(
        email,
        name,
        StandingForm.problem(problems, "email"),
        StandingForm.problem(problems, "name"),
        standing.view(by, sites, problems),
        !problems.isEmpty());
  }

  /** What came of reading: what was typed, and the new member if nothing is wrong. */
  record Read(InvitationForm typed, Optional<NewMember> who) {}

  /**
   * What the form of member/list shows.
   *
   * @param open whether it stands open, because something in it needs another look
   */
  record View(
      String email,
      String name,
      Optional<String> emailProblem,
      Optional<String> nameProblem,
      StandingForm.View standing,
      boolean open) {}
}
