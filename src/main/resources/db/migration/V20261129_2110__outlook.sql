-- How well bookings of a vehicle are provided for, as their members were told last. One without a row is provided for.
CREATE TABLE vehicle_outlook (
  booking_id bigint PRIMARY KEY REFERENCES booking,
  told       text NOT NULL CHECK (told IN ('ok', 'tight', 'broken')),
  told_at    timestamptz NOT NULL
);
