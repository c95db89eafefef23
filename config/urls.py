"""Every address of the site; the only module that sees all three apps."""

from django.contrib import admin
from django.urls import include, path

urlpatterns = [
    path("admin/", admin.site.urls),
    path("", include("coalitions.urls")),
    path("", include("reporting.urls")),
]
