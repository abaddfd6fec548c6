package coop.maillon.member.page;

import coop.maillon.member.Member;
import coop.maillon.member.account.LinkPurpose;
import coop.maillon.web.Ask;
import java.util.Optional;

/**
 * What member/password-new and member/invitation show: who chooses a password, and for an invitation a name.
 *
 * @param action where the form goes: the link itself
 */
record LinkPage(
    String title,
    String action,
    String email,
    String name,
    Optional<String> nameProblem,
    Optional<String> passwordProblem) {

  static LinkPage blank(Ask ask, LinkPurpose purpose, Member member) {
    return new LinkPage(
        title(ask, purpose),
        ask.path(),
        member.email(),
        member.name(),
        Optional.empty(),
        Optional.empty());
  }

  LinkPage with(
      String typedName, Optional<String> problemOfName, Optional<String> problemOfPassword) {
    return new LinkPage(title, action, email, typedName, problemOfName, problemOfPassword);
  }

  private static String title(Ask ask, LinkPurpose purpose) {
    return ask.words().say("member." + purpose.word() + ".title");
  }
}
