package coop.maillon.exchange;

import coop.maillon.exchange.Sheet.Row;
import coop.maillon.member.Email;
import coop.maillon.member.KnownSite;
import coop.maillon.member.NewMember;
import coop.maillon.member.Role;
import coop.maillon.member.Standing;
import coop.maillon.member.account.MemberOutcome;
import coop.maillon.member.account.Members;
import coop.maillon.web.Words;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Invites members from a table: email and name; role and sites where they are given. */
final class MemberImport implements Importer {

  static final List<String> COLUMNS = List.of("email", "name", "role", "sites", "language");

  private static final int LONGEST_NAME = 80;

  private final Members members;

  MemberImport(Members members) {
    this.members = members;
  }

  @Override
  public Future<Outcome> run(Job job) {
    var rows = Sheet.read(job.content(), COLUMNS.subList(0, 2));
    if (rows.isEmpty()) {
      return job.unreadable(COLUMNS);
    }
    return members.sites().compose(sites -> {
      var lines = new Lines<NewMember>();
      rows.get().forEach(row -> read(row, job.words(), sites, lines));
      var by = Optional.of(job.who()).filter(who -> who.id() != Imports.OPERATOR);
      return members
          .inviteAll(by, lines.values(), told -> job.does(report(lines, told, job.words())))
          .map(told -> {
            var report = report(lines, told, job.words());
            return new Outcome(report, job.does(report));
          });
    });
  }

  private static Report report(Lines<NewMember> lines, List<MemberOutcome> told, Words words) {
    return lines.report(told.stream()
        .map(outcome -> outcome.fold(
            done -> "",
            () -> words.say("exchange.member.taken"),
            () -> words.say("exchange.not-yours"),
            () -> words.say("exchange.not-yours")))
        .toList());
  }

  private static void read(Row row, Words words, List<KnownSite> sites, Lines<NewMember> lines) {
    var label = row.line() + " · " + row.cell("email");
    var email = Email.read(row.cell("email"));
    var name = row.given("name").filter(text -> text.length() <= LONGEST_NAME);
    var role = Role.of(row.given("role").orElse(Role.MEMBER.word()));
    var wanted = Stream.of(row.cell("sites").split("\\s*[|,]\\s*"))
        .filter(slug -> !slug.isBlank())
        .collect(Collectors.toSet());
    var known = sites.stream()
        .filter(site -> wanted.contains(site.slug()))
        .map(KnownSite::id)
        .collect(Collectors.toSet());
    if (email.isEmpty() || name.isEmpty() || role.isEmpty() || known.size() < wanted.size()) {
      lines.refuse(label, words.say("exchange.member.shape"));
      return;
    }
    lines.add(
        label,
        new NewMember(
            email.get(),
            name.get(),
            Standing.of(Set.of(role.get()), known),
            row.cell("language").equals("en") ? "en" : "fr"));
  }
}
