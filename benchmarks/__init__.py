"""What assist-bot costs, as ratios within one run."""
