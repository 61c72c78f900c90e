"""How fast, how steady and how right: figures, each by a command."""
