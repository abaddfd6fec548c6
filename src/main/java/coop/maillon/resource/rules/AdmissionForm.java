package coop.maillon.resource.rules;

import coop.maillon.member.Group;
import coop.maillon.member.Habilitation;
import coop.maillon.resource.Admission;
import coop.maillon.web.Fields;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The part of a form that says whom a policy lets book; no box ticked is silent, a box of its own says everybody. */
public final class AdmissionForm {

  private static final String GROUPS = "groups";
  private static final String HABILITATIONS = "habilitations";
  private static final String ASKING = "approval-groups";

  /** No slug: nobody in particular is named, whatever the site says. */
  private static final String NOBODY = "-";

  private AdmissionForm() {}

  /** Boxes to tick. */
  public record Boxes(String name, String legend, List<Choice> choices) {

    Boxes with(Choice last) {
      return new Boxes(
          name, legend, Stream.concat(choices.stream(), Stream.of(last)).toList());
    }
  }

  static Admission read(Fields fields) {
    return new Admission(
        said(fields.list(GROUPS)), said(fields.list(HABILITATIONS)), said(fields.list(ASKING)));
  }

  private static Optional<List<String>> said(List<String> ticked) {
    return ticked.isEmpty()
        ? Optional.empty()
        : Optional.of(ticked.stream().filter(slug -> !slug.equals(NOBODY)).toList());
  }

  static Map<String, List<String>> typed(Admission said) {
    return Map.of(
        GROUPS, typed(said.groups()),
        HABILITATIONS, typed(said.habilitations()),
        ASKING, typed(said.asking()));
  }

  private static List<String> typed(Optional<List<String>> said) {
    return said.map(slugs -> slugs.isEmpty() ? List.of(NOBODY) : slugs).orElse(List.of());
  }

  /** Those that have something to choose from. */
  static List<Boxes> boxes(Typed typed, PolicyView.Setting setting) {
    var words = setting.words();
    var groups = setting.catalogue().groups();
    var habilitations = setting.catalogue().habilitations();
    return Stream.of(
            new Boxes(GROUPS, words.say("rules.admission.groups"), groups(GROUPS, groups, typed)),
            new Boxes(
                HABILITATIONS,
                words.say("rules.admission.habilitations"),
                habilitations(habilitations, typed)),
            new Boxes(ASKING, words.say("rules.admission.asking"), groups(ASKING, groups, typed)))
        .filter(boxes -> !boxes.choices().isEmpty() || typed.has(boxes.name(), NOBODY))
        .map(boxes -> boxes.with(new Choice(
            NOBODY,
            words.say("rules.admission." + boxes.name() + ".nobody"),
            typed.has(boxes.name(), NOBODY))))
        .toList();
  }

  private static List<Choice> groups(String name, List<Group> groups, Typed typed) {
    return groups.stream()
        .map(one -> new Choice(one.slug(), one.name(), typed.has(name, one.slug())))
        .toList();
  }

  private static List<Choice> habilitations(List<Habilitation> all, Typed typed) {
    return all.stream()
        .map(one -> new Choice(one.slug(), one.name(), typed.has(HABILITATIONS, one.slug())))
        .toList();
  }
}
