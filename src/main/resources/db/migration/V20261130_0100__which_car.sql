-- The start for which the member of a booking that any of several cars would do for was told which one it is.
ALTER TABLE booked ADD COLUMN told_for timestamptz;
