package coop.maillon.member.page;

import coop.maillon.member.account.People;
import coop.maillon.web.Ask;
import coop.maillon.web.Messages;
import coop.maillon.web.RouteTable;
import coop.maillon.web.SessionCookie;
import io.vertx.core.Future;
import java.util.function.Function;

/** All pages of people, and what programs ask about them, each given what it asks for. */
public final class Pages {

  private final SignInRoutes signIn;
  private final LinkRoutes links;
  private final ProfileRoutes profile;
  private final MemberRoutes members;
  private final MemberApi api;

  /** @param around what lies around whoever asks, for their profile */
  public Pages(People people, Messages messages, Function<Ask, Future<Around>> around) {
    var settings = people.settings();
    var doors = new Doors(people.sessions(), SessionCookie.of(settings.publicUrl()));
    signIn = new SignInRoutes(people.signIns(), people.members(), doors);
    links = new LinkRoutes(people.links(), doors);
    profile = new ProfileRoutes(ProfileRoutes.Parts.of(people, messages, around), settings.zone());
    members = new MemberRoutes(people.members());
    api = new MemberApi(people.signIns(), people.tokens(), people.members());
  }

  public void mount(RouteTable routes) {
    signIn.mount(routes);
    links.mount(routes);
    profile.mount(routes);
    members.mount(routes);
    api.mount(routes);
  }
}
