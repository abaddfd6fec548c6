-- People, the sites they belong to, and how they prove who they are.

CREATE EXTENSION IF NOT EXISTS btree_gist;
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS unaccent;

CREATE TABLE site (
  id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  slug        text NOT NULL UNIQUE CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  name        text NOT NULL,
  zone        text NOT NULL,
  address     text NOT NULL DEFAULT '',
  shows_names boolean NOT NULL DEFAULT true,
  policy      jsonb NOT NULL DEFAULT '{}'
);

CREATE TABLE member (
  id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  email         text NOT NULL,
  name          text NOT NULL,
  password_hash text,
  state         text NOT NULL DEFAULT 'invited' CHECK (state IN ('invited', 'active', 'suspended', 'left')),
  administrator boolean NOT NULL DEFAULT false,
  guest         boolean NOT NULL DEFAULT false,
  guest_until   date,
  language      text NOT NULL DEFAULT 'fr' CHECK (language IN ('fr', 'en')),
  theme         text NOT NULL DEFAULT 'auto' CHECK (theme IN ('auto', 'light', 'dark')),
  home_site_id  bigint REFERENCES site,
  created_at    timestamptz NOT NULL
);
CREATE UNIQUE INDEX member_email ON member (lower(email));

-- A coordinator of every site has one row a site; a new site is given by hand.
CREATE TABLE coordinates (
  member_id bigint NOT NULL REFERENCES member,
  site_id   bigint NOT NULL REFERENCES site,
  PRIMARY KEY (member_id, site_id)
);

-- A guest sees the planning of these sites only.
CREATE TABLE guest_site (
  member_id bigint NOT NULL REFERENCES member,
  site_id   bigint NOT NULL REFERENCES site,
  PRIMARY KEY (member_id, site_id)
);

CREATE TABLE session (
  token_hash bytea PRIMARY KEY,
  member_id  bigint NOT NULL REFERENCES member,
  created_at timestamptz NOT NULL,
  seen_at    timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  agent      text NOT NULL DEFAULT ''
);
CREATE INDEX session_member ON session (member_id);

CREATE TABLE api_token (
  id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  token_hash bytea NOT NULL UNIQUE,
  member_id  bigint NOT NULL REFERENCES member,
  label      text NOT NULL DEFAULT '',
  read_only  boolean NOT NULL DEFAULT false,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  used_at    timestamptz
);
CREATE INDEX api_token_member ON api_token (member_id);

-- Links sent by mail: a new password, an invitation. Valid once, until they expire.
CREATE TABLE mailed_link (
  token_hash bytea PRIMARY KEY,
  purpose    text NOT NULL CHECK (purpose IN ('password', 'invitation')),
  member_id  bigint NOT NULL REFERENCES member,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  used_at    timestamptz
);
CREATE INDEX mailed_link_member ON mailed_link (member_id);

-- How often something was tried lately: per account a growing delay, per address a limit. Shared by all nodes.
CREATE TABLE attempt (
  key      text PRIMARY KEY,
  failures int NOT NULL,
  since    timestamptz NOT NULL,
  not_before timestamptz NOT NULL
);
