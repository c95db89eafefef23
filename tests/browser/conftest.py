"""A headless Chromium that reads the site as a person would."""

import os
from importlib.resources import files

import pytest
from django.conf import settings
from django.test import Client
from playwright.sync_api import sync_playwright

# Playwright's loop runs in this thread; the database is still only used by it and by the live server's threads.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
ARGUMENTS = ["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"]


@pytest.fixture(scope="session")
def chromium():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture
def open_page(chromium, live_server):
    """Opens a path as a user (None: a stranger) in a language at a width, and gives the page."""
    contexts = []

    def opened(path, *, user=None, language="es", width=1280):
        context = chromium.new_context(viewport={"width": width, "height": 900}, locale=language)
        contexts.append(context)
        cookies = {"django_language": language}
        if user:
            client = Client()
            client.force_login(user)
            cookies[settings.SESSION_COOKIE_NAME] = client.cookies[settings.SESSION_COOKIE_NAME].value
        context.add_cookies([{"name": n, "value": v, "url": live_server.url} for n, v in cookies.items()])
        page = context.new_page()
        page.problems = []
        page.on("console", lambda line: line.type == "error" and page.problems.append(line.text))
        page.on("pageerror", lambda error: page.problems.append(str(error)))
        page.goto(live_server.url + path)
        return page

    yield opened
    for context in contexts:
        context.close()


def click(target):
    """Click what leads to another page, and wait until that page is there: a check made sooner sees the old one."""
    with target.page.expect_navigation():
        target.click()


@pytest.fixture(scope="session")
def axe_source():
    return files("axe_playwright_python").joinpath("axe.min.js").read_text()


@pytest.fixture
def axe(axe_source):
    """What axe finds on a page (WCAG 2.0 to 2.2, A and AA, and best practice), one line for each place.

    It runs in a world of its own beside the page: the page's content policy would refuse its script. The world
    lasts as long as the document, so a page that is looked at twice is given the script once.
    """

    def findings(page):
        session = page.context.new_cdp_session(page)
        frame = session.send("Page.getFrameTree")["frameTree"]["frame"]["id"]
        world = session.send("Page.createIsolatedWorld", {"frameId": frame, "worldName": "axe"})
        where = {"contextId": world["executionContextId"], "returnByValue": True, "awaitPromise": True}
        known = session.send("Runtime.evaluate", {**where, "expression": "typeof axe"})["result"]["value"]
        if known == "undefined":
            session.send("Runtime.evaluate", {**where, "expression": f"{axe_source}; 1"})
        run = (
            "axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa',"
            " 'best-practice']}).then(r => r.violations.flatMap(v => v.nodes.map(n => v.id + ': ' + n.html)))"
        )
        answer = session.send("Runtime.evaluate", {**where, "expression": run})
        session.detach()
        return answer["result"]["value"]

    return findings
