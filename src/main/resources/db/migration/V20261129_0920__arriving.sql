-- Whether what was taken has to be brought back, as the rules were when it was taken. Only that can be late.
ALTER TABLE booking
  ADD must_return     boolean NOT NULL DEFAULT false,
  -- When whoever has it was told that it should be back.
  ADD overdue_told_at timestamptz;

-- What ends by time is never out: the index stays as small as what is.
DROP INDEX booking_out;
CREATE INDEX booking_out ON booking (ends_at) WHERE must_return AND arrived_at IS NOT NULL AND left_at IS NULL;
