"""From a draft to a file that was handed over: steps, approval by a second person, recipients, what changed since."""
