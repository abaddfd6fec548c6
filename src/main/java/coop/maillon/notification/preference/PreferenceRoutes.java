package coop.maillon.notification.preference;

import static io.vertx.core.Future.succeededFuture;

import coop.maillon.member.MemberId;
import coop.maillon.web.Access;
import coop.maillon.web.Answer;
import coop.maillon.web.Ask;
import coop.maillon.web.RouteTable;
import coop.maillon.web.Who;
import io.vertx.core.Future;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The page on which somebody says what they want to be told, by which way and when. */
public final class PreferenceRoutes {

  public static final String HOME = "/me/notifications";

  private final Preferences preferences;
  private final Set<Topic> told;

  /** @param told what anybody is told of at all: the page shows no other topic */
  public PreferenceRoutes(Preferences preferences, Set<Topic> told) {
    this.preferences = preferences;
    this.told = EnumSet.copyOf(told);
  }

  public void mount(RouteTable routes) {
    routes.get(HOME, Access.SIGNED_IN, this::show);
    routes.post(HOME, Access.SIGNED_IN, this::save);
  }

  private Future<Answer> show(Ask ask) {
    return preferences
        .of(id(ask))
        .map(known -> Answer.page(
            "notification/preferences",
            PreferencePage.of(ask, PreferenceForm.of(known, shownTo(ask.who())), known)));
  }

  private Future<Answer> save(Ask ask) {
    return preferences.of(id(ask)).compose(known -> {
      var read = PreferenceForm.read(ask, known, shownTo(ask.who()));
      return read.complete()
          ? preferences
              .save(id(ask), read.wanted())
              .map(done -> Answer.seeOther(HOME).saying(ask.words().say("preference.saved")))
          : succeededFuture(Answer.refused(
              "notification/preferences", PreferencePage.of(ask, read.form(), known)));
    });
  }

  private Set<Topic> shownTo(Who who) {
    return told.stream()
        .filter(topic -> topic.concerns(who))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static MemberId id(Ask ask) {
    return new MemberId(ask.who().id());
  }
}
