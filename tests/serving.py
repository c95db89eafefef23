"""The site as it really runs, a gunicorn beside the test on the test's own database; and a client that talks to it."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
from http.client import HTTPConnection, HTTPException
from urllib.parse import urlencode, urlsplit

from django.conf import settings
from django.db import connection
from django.test import Client

TOKEN = "t" * 32
FORM = "application/x-www-form-urlencoded"
BOUNDARY = "a-file-of-the-test"


def database_url():
    """The address of the test's database, whichever of the two it is."""
    name = connection.settings_dict["NAME"]
    if connection.vendor == "sqlite":
        return f"sqlite:///{name}"
    return urlsplit(os.environ["TEST_DATABASE_URL"])._replace(path=f"/{name}").geturl()


class Server:
    """A gunicorn on a free port of the loopback, in a group of processes of its own. It stops with the test."""

    def __init__(self, folder, workers=2):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.log, self.workers, self.process = folder / "server.log", workers, None
        self.environment = os.environ | {
            "DJANGO_SETTINGS_MODULE": "config.settings",
            "DATABASE_URL": database_url(),
            "MEDIA_ROOT": str(folder / "media"),
            "LOG_LEVEL": "INFO",
        }

    def __enter__(self):
        self.start()
        return self

    def __exit__(self, *_error):
        self.kill()

    def start(self):
        command = [
            sys.executable,
            "-m",
            "gunicorn",
            "config.wsgi",
            "--preload",
            "--bind",
            f"127.0.0.1:{self.port}",
        ]
        command += ["--workers", str(self.workers), "--access-logfile", os.devnull]
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                command, cwd=settings.BASE_DIR, env=self.environment, stdout=log, stderr=log, start_new_session=True
            )  # fmt: skip
        until = time.monotonic() + 60
        while not self.answers():
            assert self.process.poll() is None and time.monotonic() < until, self.log.read_text()[-3000:]
            time.sleep(0.05)

    def kill(self):
        """As a power cut would: master and workers at once, in the middle of whatever they do."""
        if self.process:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait(30)
            self.process = None

    def answers(self):
        asking = HTTPConnection("127.0.0.1", self.port, timeout=5)
        try:
            asking.request("GET", "/healthz/")
            return asking.getresponse().status == 200
        except (OSError, HTTPException):
            return False
        finally:
            asking.close()


class Person:
    """Somebody who is signed in, and what the server answered her, as (status, body, seconds)."""

    def __init__(self, server, user):
        client = Client()
        client.force_login(user)
        cookies = {
            settings.SESSION_COOKIE_NAME: client.cookies[settings.SESSION_COOKIE_NAME].value,
            settings.CSRF_COOKIE_NAME: TOKEN,
        }
        self.server, self.user = server, user
        self.headers = {"Cookie": "; ".join(f"{name}={value}" for name, value in cookies.items())}
        self.headers |= {"X-CSRFToken": TOKEN, "Accept": "text/html"}

    def post(self, path, data, **headers):
        """Raises OSError or HTTPException where there is no answer."""
        return self._send(path, urlencode(data, doseq=True), {"Content-Type": FORM} | headers)

    def autosave(self, path, data):
        status, body, seconds = self.post(path, data, Accept="application/json")
        return status, json.loads(body) if status == 200 else body, seconds

    def upload(self, path, name, content, **fields):
        named = {f'"{one}"': value for one, value in fields.items()} | {
            f'"files"; filename="{name}"': content
        }
        parts = [
            f"--{BOUNDARY}\r\nContent-Disposition: form-data; name={one}\r\n\r\n{value}\r\n"
            for one, value in named.items()
        ]
        kind = {"Content-Type": f"multipart/form-data; boundary={BOUNDARY}"}
        return self._send(path, "".join(parts) + f"--{BOUNDARY}--\r\n", kind)

    def _send(self, path, body, headers):
        began, line = time.monotonic(), HTTPConnection("127.0.0.1", self.server.port, timeout=60)
        try:
            line.request("POST", path, body.encode(), self.headers | headers)
            answer = line.getresponse()
            return answer.status, answer.read().decode(), time.monotonic() - began
        finally:
            line.close()
