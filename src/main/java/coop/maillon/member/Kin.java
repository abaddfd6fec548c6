package coop.maillon.member;

import coop.maillon.db.Database;
import java.time.Clock;

/** What the use cases of this package share. */
record Kin(
    Database database,
    MemberStore members,
    Sessions sessions,
    Passwords passwords,
    Throttle throttle,
    Clock clock) {}
