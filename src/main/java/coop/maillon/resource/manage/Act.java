package coop.maillon.resource.manage;

import coop.maillon.resource.PolicyJson;
import coop.maillon.resource.Resource;
import coop.maillon.web.Who;
import io.vertx.core.json.JsonObject;
import java.util.Optional;

/**
 * What was done to a resource and by whom, as its event tells it.
 *
 * @param before what it was, where that tells something
 */
record Act(String kind, long actor, Optional<Resource> before) {

  static Act of(String kind, Who actor) {
    return new Act(kind, actor.id(), Optional.empty());
  }

  static Act on(Resource before, Who actor) {
    return new Act("resource.changed", actor.id(), Optional.of(before));
  }

  JsonObject told(Resource after) {
    var data = after.told().put("actor", actor);
    before.ifPresent(was -> data.put("before", said(was)).put("after", said(after)));
    return data;
  }

  private static JsonObject said(Resource resource) {
    return new JsonObject()
        .put("name", resource.name())
        .put("policy", PolicyJson.write(resource.policy()));
  }
}
