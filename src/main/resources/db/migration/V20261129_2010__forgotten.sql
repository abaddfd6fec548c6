-- Whoever left is forgotten once all that they had is ended: since then their name and address are here no more.
ALTER TABLE member ADD forgotten_at timestamptz;
