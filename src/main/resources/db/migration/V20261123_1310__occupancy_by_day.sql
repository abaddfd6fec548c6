-- A day of a site is read by when things start, half a day back; the few rows that last longer are found by when they end.
-- The GiST index of the constraint answers the same question at a fifth of the speed (100,000 bookings, 600 on the day).
CREATE INDEX occupancy_start ON occupancy (lower(during));
CREATE INDEX occupancy_long ON occupancy (upper(during)) WHERE upper(during) - lower(during) > interval '12 hours';
