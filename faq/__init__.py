"""Which known text fits what was written: pure functions; only `load` reads files."""
