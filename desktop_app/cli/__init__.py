"""The command line: everything the program does without a screen. Its words, keys and exit codes are promises."""
