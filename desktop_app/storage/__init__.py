"""The encrypted review file: keys, schema, migrations, records, undo, audit. The only SQL, the only cipher."""
