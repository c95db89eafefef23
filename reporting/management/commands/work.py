"""`manage.py work`: the task worker, which makes PDFs beside the site and says that it is there."""

from typing import Any

from django_tasks_db.management.commands import db_worker

from reporting.annual_report import rendering


class Command(db_worker.Command):
    help = "Do the tasks that pages leave for later, such as PDFs, until it is stopped."

    def handle(self, **options: Any) -> None:
        with rendering.heart():
            super().handle(**options)
