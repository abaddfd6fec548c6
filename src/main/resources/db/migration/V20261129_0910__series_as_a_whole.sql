-- A series is moved as a whole: its dates keep the names that the rule gives them, and take place so much later or earlier.
-- act is the last one that reached several of its dates; before says what the series was and which bookings it reached.
ALTER TABLE series
  ADD shift_seconds int NOT NULL DEFAULT 0,
  ADD act    bigint,
  ADD before jsonb;
CREATE INDEX series_split ON series (split_from) WHERE split_from IS NOT NULL;
