-- Reports ask for the bookings of some months to which somebody had to come: with 100,000 bookings, a fifth of them such, 34 ms
-- of PostgreSQL in place of 87, and no reading through the members' index, which grows with every booking there ever was.
CREATE INDEX booking_due ON booking (starts_at) WHERE check_in_by IS NOT NULL;
