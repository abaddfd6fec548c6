package coop.maillon.resource.rules;

import coop.maillon.member.Group;
import coop.maillon.member.Habilitation;
import coop.maillon.resource.Admission;
import coop.maillon.web.Fields;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The part of a form that says whom a policy lets book; no box ticked is silent. */
public final class AdmissionForm {

  private static final String GROUPS = "groups";
  private static final String HABILITATIONS = "habilitations";
  private static final String ASKING = "approval-groups";

  private AdmissionForm() {}

  /** Boxes to tick. */
  public record Boxes(String name, String legend, List<Choice> choices) {}

  static Admission read(Fields fields) {
    var admission = Admission.SILENT;
    var groups = fields.list(GROUPS);
    var habilitations = fields.list(HABILITATIONS);
    var asking = fields.list(ASKING);
    admission = groups.isEmpty() ? admission : admission.toGroups(groups);
    admission = habilitations.isEmpty() ? admission : admission.needing(habilitations);
    return asking.isEmpty() ? admission : admission.askingOf(asking);
  }

  static Map<String, List<String>> typed(Admission said) {
    return Map.of(
        GROUPS, said.groups().orElse(List.of()),
        HABILITATIONS, said.habilitations().orElse(List.of()),
        ASKING, said.asking().orElse(List.of()));
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
        .filter(boxes -> !boxes.choices().isEmpty())
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
