-- What each member wants to be told, by which way and when. Without a row: as for everybody who never said.
CREATE TABLE preference (
  member_id      bigint PRIMARY KEY REFERENCES member,
  -- {"closures": {"inbox": true, "live": true, "mail": "digest"}}
  choices        jsonb NOT NULL DEFAULT '{}',
  quiet_from     time,
  quiet_to       time,
  paused_until   date,
  digest_every   text NOT NULL DEFAULT 'day' CHECK (digest_every IN ('day', 'week')),
  digest_day     smallint NOT NULL DEFAULT 1 CHECK (digest_day BETWEEN 1 AND 7),
  digest_at      time NOT NULL DEFAULT '08:00',
  remind_minutes int CHECK (remind_minutes > 0),
  CHECK (num_nulls(quiet_from, quiet_to) IN (0, 2)),
  CHECK (quiet_from <> quiet_to)
);
CREATE INDEX preference_reminder ON preference (member_id) WHERE remind_minutes IS NOT NULL;

-- Decided when a mail is to leave: it leaves, or it is held for a digest, or its reader does not want it and it is withheld.
-- What is gathered into a digest counts as sent with it.
ALTER TABLE mail
  ADD held        boolean NOT NULL DEFAULT false,
  ADD is_digest   boolean NOT NULL DEFAULT false,
  ADD digest_id   bigint REFERENCES mail ON DELETE CASCADE,
  ADD withheld_at timestamptz;
CREATE INDEX mail_digest ON mail (digest_id) WHERE digest_id IS NOT NULL;
DROP INDEX mail_waiting;
CREATE INDEX mail_waiting ON mail (not_before) WHERE sent_at IS NULL AND dead_at IS NULL AND withheld_at IS NULL;
CREATE INDEX mail_waiting_member ON mail (member_id) WHERE sent_at IS NULL AND dead_at IS NULL AND withheld_at IS NULL;

-- Who was reminded of which booking; moved, it is another one to be reminded of.
CREATE TABLE reminder (
  booking_id bigint NOT NULL REFERENCES booking,
  member_id  bigint NOT NULL REFERENCES member,
  starts_at  timestamptz NOT NULL,
  PRIMARY KEY (booking_id, member_id, starts_at)
);
