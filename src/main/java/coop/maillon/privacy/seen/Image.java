package coop.maillon.privacy.seen;

import coop.maillon.board.Sight;
import coop.maillon.board.skill.Known;
import coop.maillon.board.skill.PeopleStore;
import coop.maillon.booking.Visibility;
import coop.maillon.member.page.Around.Audience;
import coop.maillon.resource.Site;
import coop.maillon.web.Access;
import coop.maillon.web.Who;
import coop.maillon.web.Words;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What one member is to others, in sentences. What is so, the rules say that decide it elsewhere; here it is only worded.
 *
 * @param listed how others find them by what they know; empty where they do not
 */
record Image(Words words, Who who, Optional<PeopleStore.Person> listed) {

  List<Audience> seenAt(Site home, List<Site> sites) {
    return Stream.of(Mirror.Sort.values())
        .map(sort -> new Audience(
            words.say("privacy.seen." + sort.name().toLowerCase(Locale.ROOT), "site", home.name()),
            sentences(sort.at(home), sites)))
        .toList();
  }

  private List<String> sentences(Who reader, List<Site> sites) {
    var visible =
        sites.stream().filter(site -> reader.maySee(site.id().value())).toList();
    return Stream.of(planning(reader, visible), board(reader), rights(reader))
        .flatMap(some -> some)
        .toList();
  }

  private Stream<String> planning(Who reader, List<Site> sites) {
    var whole =
        sites.stream().filter(site -> reader.mayCoordinate(site.id().value())).toList();
    var named = sites.stream()
        .filter(site -> !whole.contains(site) && Visibility.namesBookers(reader, site))
        .toList();
    var hidden = sites.stream()
        .filter(site -> !whole.contains(site) && !named.contains(site))
        .toList();
    return Stream.of(
            told("whole", whole, who.name()),
            told("named", named, who.firstNameAndInitial()),
            told("time", hidden, ""))
        .flatMap(Optional::stream);
  }

  private Optional<String> told(String what, List<Site> sites, String name) {
    var places = words.all(sites.stream().map(Site::name).toList());
    return Optional.of(sites)
        .filter(some -> !some.isEmpty())
        .map(some -> words.say("privacy.seen." + what, "sites", places, "name", name));
  }

  private Stream<String> board(Who reader) {
    boolean shares = new Sight(reader).isOfTheBoard() && new Sight(who).isOfTheBoard();
    return shares
        ? Stream.of(words.say("privacy.seen.posts", "name", who.name()), directory())
        : Stream.of(words.say("privacy.seen.no-board"));
  }

  private String directory() {
    return listed
        .map(found -> words.say(
            "privacy.seen.skills",
            "name",
            found.site().isEmpty() ? found.name() : found.name() + ", " + found.site(),
            "skills",
            words.all(found.skills().stream().map(this::skill).toList()),
            "presence",
            found.shown() ? "shown" : "hidden"))
        .orElseGet(() -> words.say("privacy.seen.unlisted"));
  }

  private String skill(Known.Offered skill) {
    return skill.confirmed() == 0
        ? skill.name()
        : skill.name() + " (" + words.say("skill.confirmed.by", "count", skill.confirmed()) + ")";
  }

  private Stream<String> rights(Who reader) {
    return Access.COORDINATOR.admits(reader)
        ? Stream.of(words.say("privacy.seen.rights", "email", who.email()))
        : Stream.empty();
  }
}
