package coop.maillon.support;

import coop.maillon.member.Email;
import coop.maillon.member.MemberId;
import coop.maillon.member.MemberOutcome;
import coop.maillon.member.NewMember;
import coop.maillon.member.Password;
import coop.maillon.member.Standing;
import java.util.List;
import java.util.Set;

/** The people and sites of every test and of the demo: contract.md names them. */
public final class Cast {

  public static final String PASSWORD = "maillon-demo";
  public static final String ADA = "ada@demo.test";
  public static final String CHLOE = "chloe@demo.test";
  public static final String BRUNO = "bruno@demo.test";
  public static final String DIANE = "diane@demo.test";
  public static final String EMILE = "emile@demo.test";

  /** Ids of the three sites, in the order in which they are made. */
  public static final long LYON = 1;

  public static final long GRENOBLE = 2;
  public static final long SAINT_DENIS = 3;

  private final TestApp app;

  private Cast(TestApp app) {
    this.app = app;
  }

  /** Brings sites and people into an empty program. */
  public static Cast in(TestApp app) {
    TestDatabase.run(
        app.database(),
        "INSERT INTO site (slug, name, zone) VALUES ('lyon', 'Lyon', 'Europe/Paris'),"
            + " ('grenoble', 'Grenoble', 'Europe/Paris'),"
            + " ('saint-denis', 'Saint-Denis', 'Indian/Reunion')");
    var everywhere = Set.of(LYON, GRENOBLE, SAINT_DENIS);
    var people = List.of(
        new NewMember(new Email(ADA), "Ada Morel", Standing.administrator(everywhere), "fr"),
        new NewMember(new Email(CHLOE), "Chloé Perrin", Standing.coordinator(Set.of(LYON)), "fr"),
        new NewMember(new Email(BRUNO), "Bruno Faure", Standing.MEMBER, "fr"),
        new NewMember(new Email(DIANE), "Diane Roussel", Standing.MEMBER, "fr"),
        new NewMember(new Email(EMILE), "Émile Garnier", Standing.MEMBER, "fr"));
    TestApp.done(app.app().people().members().registerAll(people, new Password(PASSWORD)));
    return new Cast(app);
  }

  /** One more who can sign in, with the password of all. */
  public MemberId member(String email, String name, Standing standing) {
    var who = new NewMember(new Email(email), name, standing, "fr");
    var outcome = TestApp.done(app.app().people().members().register(who, new Password(PASSWORD)));
    return ((MemberOutcome.Done) outcome).member().id();
  }

  public MemberId id(String email) {
    var found = TestApp.done(app.app().people().members().findByEmail(new Email(email)));
    return found.orElseThrow().id();
  }

  /** A browser in which that person is signed in. */
  public Visitor browserOf(String email) {
    return new Visitor(app).signIn(email, PASSWORD);
  }
}
