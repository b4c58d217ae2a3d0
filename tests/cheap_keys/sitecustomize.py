"""On the path of processes that tests start: keys are derived at the lowest cost the format allows.

The program has no such setting, on purpose. What it does by itself is tested in tests/journeys/test_key_cost.py.
"""

from desktop_app.storage import secrets

secrets.MODERATE = secrets.LOWEST
