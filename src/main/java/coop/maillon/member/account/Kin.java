package coop.maillon.member.account;

import coop.maillon.db.Database;
import coop.maillon.member.session.Passwords;
import coop.maillon.member.session.Sessions;
import coop.maillon.member.session.Throttle;
import java.time.Clock;

/** What the use cases of this package share. */
record Kin(
    Database database,
    MemberStore members,
    Sessions sessions,
    Passwords passwords,
    Throttle throttle,
    Clock clock) {}
