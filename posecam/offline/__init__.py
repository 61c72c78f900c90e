"""Videos and sessions whose frames can wait: process, batch, reprocess."""
