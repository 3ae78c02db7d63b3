"""Shows what was read to people and to other programs.
Claims, events and tallies in; a terminal, a page or a file out."""
