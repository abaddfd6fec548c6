package coop.maillon.member.session;

import java.util.List;

/** All that opens somebody's account at this moment, as its owner may know it. */
public record Keys(List<OpenSession> sessions, List<ApiToken> tokens) {

  public Keys {
    sessions = List.copyOf(sessions);
    tokens = List.copyOf(tokens);
  }
}
