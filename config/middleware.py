"""What every request passes and every answer carries."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest
from django.shortcuts import render

Answer = Callable[[HttpRequest], HttpResponse]

LARGEST_BODY = 12_000_000
METHODS = frozenset({"GET", "HEAD", "POST", "OPTIONS", "PUT", "PATCH", "DELETE"})


class RefuseUnreadableInput:
    """400 for a path or query with NUL or undecodable bytes: PostgreSQL refuses them late, as a 500."""

    def __init__(self, answer: Answer) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.method not in METHODS:
            return HttpResponse(status=405)
        query = request.META.get("QUERY_STRING", "")
        if "\x00" in request.path or "�" in request.path or "%00" in query:
            return HttpResponseBadRequest("400")
        return self.answer(request)


class RefuseLargeBodies:
    """413 for a body larger than a page takes, before anything of it is read or written to the disk.

    A body without a length is none to Django, and one that is longer than it says is cut off by the server.
    """

    def __init__(self, answer: Answer) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        length = request.META.get("CONTENT_LENGTH") or "0"
        if length.isdecimal() and int(length) > LARGEST_BODY:
            return render(request, "413.html", {"number": LARGEST_BODY // 1_000_000}, status=413)
        return self.answer(request)


class Headers:
    """Headers that Django has no setting for. Pages are private unless a view has said otherwise."""

    def __init__(self, answer: Answer) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.answer(request)
        response.headers.setdefault("Permissions-Policy", "camera=(), microphone=(), geolocation=()")
        response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        response.headers.setdefault("Cache-Control", "no-store, private")
        return response
