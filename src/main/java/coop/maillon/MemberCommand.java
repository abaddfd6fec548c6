package coop.maillon;

import coop.maillon.member.Email;
import coop.maillon.member.KnownSite;
import coop.maillon.member.Member;
import coop.maillon.member.NewMember;
import coop.maillon.member.Role;
import coop.maillon.member.Standing;
import coop.maillon.member.account.MemberOutcome;
import coop.maillon.member.account.Members;
import coop.maillon.member.session.ApiToken;
import coop.maillon.member.session.Password;
import coop.maillon.member.session.Tokens;
import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What an operator does for a member before anybody can sign in. */
@Command(name = "member", description = "Create a member, or a token for one.")
final class MemberCommand implements Runnable {

  @Spec
  private CommandSpec command = CommandSpec.create();

  private final Map<String, String> environment;

  MemberCommand(Map<String, String> environment) {
    this.environment = environment;
  }

  @Override
  public void run() {
    throw new ParameterException(command.commandLine(), "member create, or member token?");
  }

  @Command(
      name = "create",
      description = "Create a member; without a password prints the link of the invitation.")
  int create(@Mixin Newcomer newcomer, @Mixin ConfigOption settings) throws Exception {
    Form form = newcomer.read(command);
    Config config = settings.read(command, environment);
    print(Errand.run(config, app -> create(app.people().members(), form, config)));
    return 0;
  }

  @Command(name = "token", description = "Make an API token of a member and print it, this once.")
  int token(@Option(names = "--email", required = true) String email, @Mixin ConfigOption settings)
      throws Exception {
    print(Errand.run(settings.read(command, environment), app -> token(app, email)));
    return 0;
  }

  private void print(String answer) {
    command.commandLine().getOut().println(answer);
  }

  /** What is said of somebody new. */
  static final class Newcomer {

    @Option(names = "--email", required = true, paramLabel = "ADDRESS")
    private String email = "";

    @Option(names = "--name", required = true, paramLabel = "NAME")
    private String name = "";

    @Option(
        names = "--role",
        required = true,
        paramLabel = "ROLE",
        description = "member, guest, coordinator or administrator")
    private String role = "";

    @Option(
        names = "--password",
        paramLabel = "PASSWORD",
        description = "10 characters or more; without it an invitation link is printed")
    private Optional<String> password = Optional.empty();

    @Option(
        names = "--site",
        paramLabel = "SLUG",
        description = "which sites a coordinator or guest is for; without it, all")
    private List<String> sites = List.of();

    Form read(CommandSpec command) {
      return new Form(
          Email.read(email).orElseThrow(() -> wrong(command, "--email is not an e-mail address")),
          name,
          Role.of(role)
              .orElseThrow(
                  () -> wrong(command, "--role is member, guest, coordinator or administrator")),
          password.map(typed -> longEnough(command, typed)),
          Set.copyOf(sites));
    }

    private Password longEnough(CommandSpec command, String typed) {
      if (Password.problemOf(typed, email).isPresent()) {
        throw wrong(
            command,
            "--password has at least " + Password.SHORTEST + " characters and is not the address");
      }
      return new Password(typed);
    }

    private static ParameterException wrong(CommandSpec command, String what) {
      return new ParameterException(command.commandLine(), what);
    }
  }

  /** The same, read. */
  private record Form(
      Email email, String name, Role role, Optional<Password> password, Set<String> sites) {}

  private static Future<String> create(Members members, Form form, Config config) {
    return members
        .sites()
        .compose(known -> standing(form, known))
        .map(standing ->
            new NewMember(form.email(), form.name(), standing, config.locale().getLanguage()))
        .compose(newcomer -> form.password()
            .map(password -> members.register(newcomer, password))
            .orElseGet(() -> members.register(newcomer)))
        .compose(MemberCommand::told);
  }

  private static Future<Standing> standing(Form form, List<KnownSite> known) {
    var chosen = known.stream()
        .filter(site -> form.sites().isEmpty() || form.sites().contains(site.slug()))
        .toList();
    if (!form.sites().isEmpty() && chosen.size() < form.sites().size()) {
      return Errand.refused("no such site among " + form.sites());
    }
    return Future.succeededFuture(Standing.of(
        Set.of(form.role()), chosen.stream().map(KnownSite::id).collect(Collectors.toSet())));
  }

  private static Future<String> told(MemberOutcome outcome) {
    return outcome.fold(
        done -> Future.succeededFuture(
            done.link().orElse("created: " + done.member().email())),
        () -> Errand.refused("somebody has that address already"),
        () -> Errand.refused("not allowed"),
        () -> Errand.refused("no such member"));
  }

  private static Future<String> token(App app, String email) {
    return app.people()
        .members()
        .findActive(email)
        .compose(found -> found
            .map(member -> issued(app.people().tokens(), member))
            .orElseGet(() -> Errand.refused("nobody with that address may sign in")));
  }

  private static Future<String> issued(Tokens tokens, Member member) {
    return tokens
        .issue(member.id(), "maillon member token", ApiToken.Reach.FULL, Tokens.USUAL_LIFE)
        .map(issued -> issued.secret().value());
  }
}
