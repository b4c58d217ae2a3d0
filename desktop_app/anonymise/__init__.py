"""On the way out: the register's matcher, the recognisers, profiles, decisions. Snapshot in, anonymised content out."""
