"""Small shared parts. Each is made accessible by default: a name, a buddy, a way out by Tab."""
