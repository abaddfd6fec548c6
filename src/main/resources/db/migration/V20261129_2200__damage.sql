-- What somebody found on a vehicle, as they said it. What coordinators make of it is said in steps.
CREATE TABLE vehicle_damage (
  id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  resource_id bigint NOT NULL REFERENCES resource,
  severity    text NOT NULL CHECK (severity IN ('cosmetic', 'repair', 'unsafe')),
  -- Whether it closes the vehicle, where it is unsafe: said by whoever has it, had it last or coordinates.
  closes      boolean NOT NULL,
  what        text NOT NULL CHECK (what <> ''),
  -- Where on the vehicle.
  place       text NOT NULL DEFAULT '',
  member_id   bigint NOT NULL REFERENCES member,
  -- Of which booking it was said, and whether when taking it or when bringing it back.
  booking_id  bigint REFERENCES booking,
  way         text CHECK (way IN ('take', 'return')),
  at          timestamptz NOT NULL,
  -- A form sent twice is one report.
  form_key    text NOT NULL,
  UNIQUE (member_id, form_key)
);
CREATE INDEX vehicle_damage_resource ON vehicle_damage (resource_id, at DESC, id DESC);
CREATE TRIGGER vehicle_damage_only_grows BEFORE UPDATE OR DELETE ON vehicle_damage
  FOR EACH STATEMENT EXECUTE FUNCTION readings_only_grow();

-- What coordinators said of it since: the last of each sort counts.
CREATE TABLE vehicle_damage_step (
  id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  damage_id bigint NOT NULL REFERENCES vehicle_damage,
  step      text NOT NULL CHECK (step IN ('mended', 'reopened', 'weighed')),
  severity  text CHECK (severity IN ('cosmetic', 'repair', 'unsafe')),
  word      text NOT NULL DEFAULT '',
  member_id bigint NOT NULL REFERENCES member,
  at        timestamptz NOT NULL,
  CHECK ((step = 'weighed') = (severity IS NOT NULL))
);
CREATE INDEX vehicle_damage_step_of ON vehicle_damage_step (damage_id, id DESC);
CREATE TRIGGER vehicle_damage_step_only_grows BEFORE UPDATE OR DELETE ON vehicle_damage_step
  FOR EACH STATEMENT EXECUTE FUNCTION readings_only_grow();

-- Made anew, large enough to see a scratch, and small enough for a list. They go with whoever sent them.
CREATE TABLE vehicle_damage_photo (
  id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  damage_id bigint NOT NULL REFERENCES vehicle_damage,
  position  int NOT NULL CHECK (position BETWEEN 0 AND 3),
  large     bytea NOT NULL,
  small     bytea NOT NULL,
  UNIQUE (damage_id, position)
);

-- A vehicle that is closed because it is not safe: by one closure, however many say so.
CREATE TABLE vehicle_outage (
  id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  resource_id bigint NOT NULL REFERENCES resource,
  -- What began it.
  damage_id   bigint NOT NULL REFERENCES vehicle_damage,
  begun_at    timestamptz NOT NULL,
  -- Nothing while it is being closed.
  closure_id  bigint REFERENCES closure,
  over_at     timestamptz
);
CREATE UNIQUE INDEX vehicle_outage_one ON vehicle_outage (resource_id) WHERE over_at IS NULL;
