"""WHO: people, parties, and how they govern themselves."""

from coalitions.models.audit import AuditActor, AuditEntry, AuditHead
from coalitions.models.coalition import Coalition
from coalitions.models.document import Document
from coalitions.models.form_key import FormKey
from coalitions.models.invitation import Invitation
from coalitions.models.meeting import Attendance, Decision, Meeting
from coalitions.models.party import Alias, Membership, Party, Term
from coalitions.models.people import Seat, User

__all__ = [
    "Alias",
    "Attendance",
    "AuditActor",
    "AuditEntry",
    "AuditHead",
    "Coalition",
    "Decision",
    "Document",
    "FormKey",
    "Invitation",
    "Meeting",
    "Membership",
    "Party",
    "Seat",
    "Term",
    "User",
]
