"""The window. Layout and wiring only; everything it knows it asks of the services."""
