"""The encrypted review file: opening, keys, schema, migrations, records, undo, audit. The only SQL and the only cipher."""
