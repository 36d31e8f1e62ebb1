-- What the shop's own server has said of a shopper. Where it has said nothing, customer is 0.
ALTER TABLE shopper ADD COLUMN customer INTEGER NOT NULL DEFAULT 0;

ALTER TABLE shopper ADD COLUMN name TEXT;

ALTER TABLE shopper ADD COLUMN email TEXT;

-- Who said it, to find what people said last.
ALTER TABLE turn ADD COLUMN author TEXT NOT NULL DEFAULT '';

UPDATE turn SET author = 'shopper' WHERE payload LIKE '{"author":"shopper"%';

UPDATE turn SET author = 'agent' WHERE payload LIKE '{"author":"agent"%';
