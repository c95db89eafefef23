"""What of the libraries is not shown in the administration."""

from django.contrib import admin
from django_tasks_db.models import DBTaskResult

# Tasks belong to no coalition, and their rows hold what went wrong in the words of the machine.
admin.site.unregister(DBTaskResult)
