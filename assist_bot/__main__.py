"""`python -m assist_bot`, and the command `assist-bot`."""

from assist_bot.cli.app import app


def main() -> None:
    """Run the command line."""
    app(prog_name="assist-bot")


if __name__ == "__main__":
    main()
