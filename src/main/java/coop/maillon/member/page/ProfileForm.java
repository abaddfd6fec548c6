package coop.maillon.member.page;

import coop.maillon.member.KnownSite;
import coop.maillon.member.Profile;
import coop.maillon.web.Ask;
import coop.maillon.web.Words;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The part of the profile that its owner fills in, with what was typed and what is wrong with it. */
record ProfileForm(
    String name,
    Optional<String> nameProblem,
    List<Option> languages,
    List<Option> themes,
    List<Option> sites) {

  static ProfileForm of(Ask ask, List<KnownSite> sites) {
    var who = ask.who();
    var profile = new Profile(who.name(), who.language(), who.theme(), who.homeSite());
    return of(ask.words(), profile, sites);
  }

  /** What was sent; whatever is not among the choices stays as it was. */
  static Profile read(Ask ask, List<KnownSite> sites) {
    var who = ask.who();
    return new Profile(
        ask.form("name").orElse(who.name()).strip(),
        ask.form("language").filter(Profile.LANGUAGES::contains).orElse(who.language()),
        ask.form("theme").filter(Profile.THEMES::contains).orElse(who.theme()),
        sites.stream()
            .filter(site -> ask.form("home").filter(site.slug()::equals).isPresent())
            .map(KnownSite::id)
            .findFirst());
  }

  static ProfileForm of(Words words, Profile profile, List<KnownSite> sites) {
    return new ProfileForm(
        profile.name(),
        Profile.problemOfName(profile.name()).map(words::say),
        options(Stream.of("fr", "en"), "member.language.", profile.language(), words),
        options(Stream.of("auto", "light", "dark"), "member.theme.", profile.theme(), words),
        sites.stream()
            .map(site -> new Option(
                site.slug(),
                site.name(),
                profile.homeSite().filter(id -> id == site.id()).isPresent()))
            .toList());
  }

  private static List<Option> options(
      Stream<String> values, String key, String chosen, Words words) {
    return values
        .map(value -> new Option(value, words.say(key + value), value.equals(chosen)))
        .toList();
  }
}
