"""``python -m hearsay`` is ``hearsay``."""

from hearsay.faces.cli import main

if __name__ == "__main__":
    main()
