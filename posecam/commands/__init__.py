"""What a command of the command line does, where it is more than a few lines."""
