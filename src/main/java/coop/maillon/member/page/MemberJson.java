package coop.maillon.member.page;

import coop.maillon.member.Member;
import coop.maillon.member.Role;
import coop.maillon.web.Who;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;

/** Members as the API writes them: ids are text. */
final class MemberJson {

  private MemberJson() {}

  static JsonObject of(Member member) {
    return of(
        member.id().toString(), member.name(), member.email(), member.standing().roles());
  }

  static JsonObject of(Who who) {
    return of(Long.toString(who.id()), who.name(), who.email(), Roles.of(who));
  }

  private static JsonObject of(String id, String name, String email, List<Role> roles) {
    var words = new JsonArray();
    roles.forEach(role -> words.add(role.word()));
    return new JsonObject().put("id", id).put("name", name).put("email", email).put("roles", words);
  }
}
