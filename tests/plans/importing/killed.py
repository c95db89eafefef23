"""A process that brings files in and is killed while it does: one child for each line "SLUG FILE SECONDS" of its input.

The child is forked from a process in which everything is loaded, so that the moment falls into the act itself. It
answers each line with how the child ended: 0 by itself, -9 killed.
"""

import json
import os
import signal
import sys
import time
from io import StringIO

import django

django.setup()

from django.core.management import call_command

from plans.importing import understanding
from plans.importing.recognise import Understood


def bring_in(record, slug, file):
    understanding.understand = lambda *_args: Understood(record)
    options = ("--coalition", slug, "--apply", "--add-parties")
    call_command("import_plan", file, *options, stdout=StringIO())


def end_of(child, deadline):
    """How the child ended, by the deadline by itself or then by being killed."""
    while time.monotonic() < deadline:
        ended, status = os.waitpid(child, os.WNOHANG)
        if ended:
            return os.waitstatus_to_exitcode(status)
        time.sleep(0.001)
    os.kill(child, signal.SIGKILL)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def main():
    with open(sys.argv[1]) as stream:
        record = json.load(stream)
    for line in sys.stdin:
        slug, file, seconds = line.split()
        child = os.fork()
        if not child:
            bring_in(record | {"id": slug}, slug, file)
            os._exit(0)
        print(end_of(child, time.monotonic() + float(seconds)), flush=True)


if __name__ == "__main__":
    main()
