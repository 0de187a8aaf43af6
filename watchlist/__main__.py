"""argv → cli."""

from watchlist.cli import main

if __name__ == "__main__":
    main()
