"""The process that turns one HTML document into a PDF, alone and bounded (S-F1, S-F2).

Started by `pdf.py` as a script, never imported by the site: it loads neither Django nor the settings, so it holds no
secret and no connection. HTML comes in on standard input, the PDF goes out on standard output, warnings on standard
error, one a line. Arguments: the folder that may be read, the identifier of the document, and the limits.
"""

import gc
import logging
import resource
import sys
from pathlib import Path
from urllib.parse import unquote, urlsplit

LIMITS = {
    "memory": resource.RLIMIT_AS,
    "cpu": resource.RLIMIT_CPU,
    "file": resource.RLIMIT_FSIZE,
    "files": resource.RLIMIT_NOFILE,
}


def bound(limits: list[str]) -> None:
    """Take the limits, given as name=number, before anything of the document is read."""
    for limit in limits:
        name, _, number = limit.partition("=")
        resource.setrlimit(LIMITS[name], (int(number), int(number)))


def inside(url: str, folder: Path) -> bool:
    """Whether a URL is the document's own data, or a file whose real place is within `folder`."""
    parts = urlsplit(url)
    if parts.scheme == "data":
        return True
    if parts.scheme != "file" or parts.netloc:
        return False
    return Path(unquote(parts.path)).resolve().is_relative_to(folder)


def render(html: str, folder: Path, identifier: str) -> bytes:
    """The document as tagged PDF/UA-1. Nothing outside `folder` is read and nothing is fetched."""
    # WeasyPrint costs half a second to import: only once the limits stand, and never in the site's own process.
    from weasyprint import CSS, HTML  # noqa: PLC0415
    from weasyprint.html import UA  # noqa: PLC0415
    from weasyprint.pdf import tags  # noqa: PLC0415
    from weasyprint.urls import URLFetcher  # noqa: PLC0415

    # Rules for markers and notes of every element cost six styles an element (a fourth of the memory); none is used.
    sheet = CSS(string="\n".join(line for line in UA.splitlines() if not line.startswith("::")))

    class OwnFilesOnly(URLFetcher):
        def fetch(self, url, headers=None):  # type: ignore[no-untyped-def]
            if not inside(url, folder):
                raise ValueError("outside the static folder")
            return super().fetch(url, headers)

    class Report(HTML):
        def _ua_stylesheets(self, forms=False):  # type: ignore[no-untyped-def]
            return [sheet]

    tags._build_box_tree = speaking(tags._build_box_tree)
    fetcher = OwnFilesOnly(allowed_protocols=["data", "file"], allow_redirects=False)
    document = Report(string=html, base_url=folder.as_uri() + "/", url_fetcher=fetcher)
    return document.write_pdf(pdf_variant="pdf/ua-1", pdf_identifier=identifier.encode())


def speaking(build):  # type: ignore[no-untyped-def]
    """WeasyPrint's tag tree, with the language of each element that names its own (it writes only the document's)."""
    from pydyf import String  # noqa: PLC0415

    def tagged(box, *more):  # type: ignore[no-untyped-def]
        element = getattr(box, "element", None)
        language = None if element is None or element.tag == "html" else element.get("lang")
        for tag in build(box, *more):
            if language:
                tag["Lang"] = String(language)
            yield tag

    return tagged


def main(folder: str, identifier: str, *limits: str) -> None:
    bound(list(limits))
    # The garbage collector finds nothing while a document is laid out, and costs 11 to 16 % of the time.
    gc.disable()
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(logging.Formatter("%(message)s"))
    logging.getLogger("weasyprint").handlers[:] = [handler]
    logging.getLogger("weasyprint").setLevel(logging.WARNING)
    logging.getLogger("fontTools").setLevel(logging.ERROR)
    html = sys.stdin.buffer.read().decode()
    pdf = render(html, Path(folder).resolve(), identifier)
    sys.stdout.buffer.write(pdf)


if __name__ == "__main__":
    main(*sys.argv[1:])
