-- The outbox, what the relay made of it, and what reached each member.

-- Written unnumbered in the transaction of the change; the relay moves committed rows to `event`, numbered.
CREATE TABLE outbox (
  id   bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  kind text NOT NULL,
  data jsonb NOT NULL,
  at   timestamptz NOT NULL
);

CREATE SEQUENCE event_seq;
CREATE TABLE event (
  seq      bigint PRIMARY KEY,
  kind     text NOT NULL,
  data     jsonb NOT NULL,
  at       timestamptz NOT NULL,
  notified boolean NOT NULL DEFAULT false
);
CREATE INDEX event_to_notify ON event (seq) WHERE NOT notified;

CREATE TABLE inbox (
  id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  member_id bigint NOT NULL REFERENCES member,
  seq       bigint NOT NULL,
  kind      text NOT NULL,
  data      jsonb NOT NULL,
  at        timestamptz NOT NULL,
  read_at   timestamptz,
  UNIQUE (member_id, seq)
);
CREATE INDEX inbox_unread ON inbox (member_id) WHERE read_at IS NULL;

CREATE TABLE mail (
  id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  member_id  bigint REFERENCES member,
  seq        bigint,
  recipient  text NOT NULL,
  subject    text NOT NULL,
  body_text  text NOT NULL,
  body_html  text NOT NULL,
  created_at timestamptz NOT NULL,
  not_before timestamptz NOT NULL,
  tries      int NOT NULL DEFAULT 0,
  sent_at    timestamptz,
  dead_at    timestamptz,
  problem    text NOT NULL DEFAULT '',
  UNIQUE (member_id, seq)
);
CREATE INDEX mail_waiting ON mail (not_before) WHERE sent_at IS NULL AND dead_at IS NULL;
