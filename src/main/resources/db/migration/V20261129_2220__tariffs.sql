-- What the use of a resource costs: shares of cost within the cooperative, in euro cents, without VAT. One row a version, which
-- is never changed: an edit is another one, for what is booked from then on and begins on that day or later.
CREATE TABLE tariff (
  id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  resource_id  bigint NOT NULL REFERENCES resource,
  valid_from   date NOT NULL,
  base_cents   int NOT NULL CHECK (base_cents >= 0),
  -- By quarters of an hour begun.
  hour_cents   int NOT NULL CHECK (hour_cents >= 0),
  -- The most that the time of one booking costs.
  cap_cents    int CHECK (cap_cents >= 0),
  -- What of the time that was booked and not used is billed all the same.
  unused_share double precision NOT NULL CHECK (unused_share BETWEEN 0 AND 1),
  -- [{"fromKm": 0, "centsPerKm": 35}, …]
  tiers        jsonb NOT NULL DEFAULT '[]',
  member_id    bigint NOT NULL REFERENCES member,
  created_at   timestamptz NOT NULL
);
CREATE INDEX tariff_resource ON tariff (resource_id);
CREATE TRIGGER tariff_changed AFTER INSERT ON tariff FOR EACH STATEMENT EXECUTE FUNCTION raise_catalogue_version();

CREATE FUNCTION costs_only_grow() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'what % holds is never changed: write another line', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER tariff_only_grows BEFORE UPDATE OR DELETE ON tariff FOR EACH STATEMENT EXECUTE FUNCTION costs_only_grow();

-- What a booking was said to cost when it was placed or changed last, and when it was found out what it came to. Nothing where
-- nothing is reckoned: no tariff, and nothing that drives.
ALTER TABLE booked
  ADD quote      jsonb,
  ADD settled_at timestamptz;
CREATE INDEX booked_unsettled ON booked (booking_id) WHERE quote IS NOT NULL AND settled_at IS NULL;

-- By how much electricity and the car that would have been driven instead warm the air; a later one counts for later trips.
CREATE TABLE carbon_factor (
  id                    bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  -- At the plug.
  electricity_g_per_kwh double precision NOT NULL CHECK (electricity_g_per_kwh >= 0),
  electricity_source    text NOT NULL,
  reference_g_per_km    double precision NOT NULL CHECK (reference_g_per_km >= 0),
  reference_source      text NOT NULL,
  -- When the sources were read.
  dated                 date NOT NULL,
  valid_from            date NOT NULL,
  member_id             bigint REFERENCES member,
  created_at            timestamptz NOT NULL
);
CREATE TRIGGER carbon_factor_only_grows BEFORE UPDATE OR DELETE ON carbon_factor FOR EACH STATEMENT EXECUTE FUNCTION costs_only_grow();
INSERT INTO carbon_factor (electricity_g_per_kwh, electricity_source, reference_g_per_km, reference_source, dated, valid_from, created_at)
VALUES (46.1, 'Base Empreinte, Electricité 2025, mix moyen, consommation', 212.0283,
        'Essence E10, 6,49 L/100 km et 21 % de plus en conditions réelles, 2,7 kg/L (ADEME)', '2026-11-01', '2000-01-01', now());

-- What the use of one resource of a booking came to, once it was over. Written once; what was wrong is put right by a line more.
CREATE TABLE settlement (
  booking_id     bigint NOT NULL REFERENCES booking,
  resource_id    bigint NOT NULL REFERENCES resource,
  member_id      bigint NOT NULL REFERENCES member,
  at             timestamptz NOT NULL,
  booked_minutes int NOT NULL CHECK (booked_minutes >= 0),
  used_minutes   int NOT NULL CHECK (used_minutes >= 0),
  -- Off the counter, or as announced; nothing where nobody said, and where nothing is driven.
  km             int CHECK (km >= 0),
  km_is_read     boolean NOT NULL,
  -- Out of the battery: off the display, or reckoned from the way; nothing where it has none.
  kwh            double precision CHECK (kwh >= 0),
  kwh_is_read    boolean NOT NULL,
  -- In kg: what the trip emitted, and what the reference car would have.
  emitted_kg     double precision,
  reference_kg   double precision,
  factor_id      bigint REFERENCES carbon_factor,
  tariff_id      bigint REFERENCES tariff,
  cents          bigint NOT NULL,
  items          jsonb NOT NULL DEFAULT '[]',
  transfer_id    bigint REFERENCES transfer,
  PRIMARY KEY (booking_id, resource_id),
  CHECK ((cents = 0) = (transfer_id IS NULL))
);
CREATE INDEX settlement_member ON settlement (member_id);
CREATE TRIGGER settlement_only_grows BEFORE UPDATE OR DELETE ON settlement FOR EACH STATEMENT EXECUTE FUNCTION costs_only_grow();

CREATE TABLE settlement_correction (
  id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  booking_id  bigint NOT NULL,
  resource_id bigint NOT NULL,
  -- More, or less than zero for less.
  cents       bigint NOT NULL CHECK (cents <> 0),
  reason      text NOT NULL CHECK (reason <> ''),
  member_id   bigint NOT NULL REFERENCES member,
  at          timestamptz NOT NULL,
  transfer_id bigint NOT NULL REFERENCES transfer,
  FOREIGN KEY (booking_id, resource_id) REFERENCES settlement
);
CREATE INDEX settlement_correction_of ON settlement_correction (booking_id, resource_id);
CREATE TRIGGER settlement_correction_only_grows BEFORE UPDATE OR DELETE ON settlement_correction
  FOR EACH STATEMENT EXECUTE FUNCTION costs_only_grow();
