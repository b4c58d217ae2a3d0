"""Whether the screen was locked or given to somebody else, as far as this computer tells without a socket.

Desktops announce a locked screen over D-Bus, which is a socket, and this program opens none. What remains differs by
system: each module here is one way to know, and says by a word whether it can be used where the program runs.
"""
