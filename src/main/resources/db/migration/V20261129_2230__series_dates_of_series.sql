-- Every booking was written to it, though only dates of series are ever looked for.
DROP INDEX booking_series_date;
CREATE UNIQUE INDEX booking_series_date ON booking (series_id, series_date)
  WHERE series_id IS NOT NULL AND status IN ('pending', 'confirmed', 'started');
