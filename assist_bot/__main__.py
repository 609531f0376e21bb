"""`python -m assist_bot`, and the command `assist-bot`."""

from assist_bot.cli.command_line import main

__all__ = ["main"]

if __name__ == "__main__":
    main()
