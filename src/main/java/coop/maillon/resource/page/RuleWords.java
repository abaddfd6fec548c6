package coop.maillon.resource.page;

import coop.maillon.resource.Policy;
import coop.maillon.resource.Resource;
import coop.maillon.web.Words;
import java.util.ArrayList;
import java.util.List;

/** The rules of a resource as sentences: what one should know before booking it. */
public final class RuleWords {

  private RuleWords() {}

  public static List<String> of(Resource resource, Words words) {
    Policy policy = resource.policy();
    var said = new ArrayList<String>();
    said.addAll(approval(resource, words));
    said.add(
        policy.deadlineMinutes() == 0
            ? words.say("resource.rule.cancel")
            : words.say(
                "resource.rule.deadline", "length", words.minutes(policy.deadlineMinutes())));
    said.addAll(lengths(policy, words));
    said.addAll(ahead(policy, words));
    said.addAll(buffers(policy, words));
    policy
        .checkInMinutes()
        .ifPresent(
            most -> said.add(words.say("rules.said.check-in", "length", words.minutes(most))));
    if (resource.isPool()) {
      said.add(words.say("resource.rule.pool", "count", resource.units().size()));
    }
    return said;
  }

  private static List<String> approval(Resource resource, Words words) {
    if (resource.policy().asksApproval()) {
      return List.of(words.say("resource.rule.approval", "site", resource.site().name()));
    }
    var above = resource.policy().approvalAboveMinutes();
    return above.isPresent()
        ? List.of(words.say("rules.said.approval-above", "length", words.minutes(above.getAsInt())))
        : List.of();
  }

  private static List<String> ahead(Policy policy, Words words) {
    var said = new ArrayList<String>();
    if (policy.noticeMinutes() > 0) {
      said.add(words.say("resource.rule.notice", "length", words.minutes(policy.noticeMinutes())));
    }
    policy
        .advanceDays()
        .ifPresent(days -> said.add(words.say("resource.rule.advance", "days", days)));
    policy
        .futureBookings()
        .ifPresent(limit -> said.add(words.say("resource.rule.quota", "limit", limit)));
    return said;
  }

  private static List<String> lengths(Policy policy, Words words) {
    var said = new ArrayList<String>();
    if (policy.granularityMinutes() > 1) {
      said.add(words.say(
          "resource.rule.granularity", "length", words.minutes(policy.granularityMinutes())));
    }
    policy
        .minMinutes()
        .ifPresent(
            least -> said.add(words.say("resource.rule.min", "length", words.minutes(least))));
    policy
        .maxMinutes()
        .ifPresent(most -> said.add(words.say("resource.rule.max", "length", words.minutes(most))));
    return said;
  }

  private static List<String> buffers(Policy policy, Words words) {
    var said = new ArrayList<String>();
    if (policy.buffers().before() > 0) {
      said.add(words.say(
          "resource.rule.before", "length", words.minutes(policy.buffers().before())));
    }
    if (policy.buffers().after() > 0) {
      said.add(words.say(
          "resource.rule.after", "length", words.minutes(policy.buffers().after())));
    }
    return said;
  }
}
