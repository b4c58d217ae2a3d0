"""“Have we said this before?”: what reviews on this computer published, kept in anonymised words and searched."""
