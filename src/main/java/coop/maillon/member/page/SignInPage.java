package coop.maillon.member.page;

import coop.maillon.member.KnownSite;
import coop.maillon.web.Ask;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What member/login shows.
 *
 * @param next where to go afterwards
 * @param problem why one is not in yet
 */
record SignInPage(String title, String sites, String email, String next, Optional<String> problem) {

  static SignInPage blank(Ask ask, List<KnownSite> sites) {
    return of(ask, sites, "", ask.query("next").orElse(""));
  }

  /** The same page, with what was typed (but the password) and why it was not enough. */
  static SignInPage again(Ask ask, List<KnownSite> sites, String problem) {
    var page = of(ask, sites, ask.form("email").orElse(""), ask.form("next").orElse(""));
    return new SignInPage(
        page.title(), page.sites(), page.email(), page.next(), Optional.of(problem));
  }

  private static SignInPage of(Ask ask, List<KnownSite> sites, String email, String next) {
    var names = sites.stream().map(KnownSite::name).collect(Collectors.joining(", "));
    var title = ask.words().say("member.login.title");
    return new SignInPage(title, names, email, next, Optional.empty());
  }
}
