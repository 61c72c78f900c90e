"""Looking at what was recorded: the list of recordings, the player, the plots, the exports."""
