"""The users of the demonstration: one for each role, named by it, all with one password."""

import os
import secrets
from dataclasses import dataclass

from django.db import transaction

from coalitions import audit
from coalitions.models import Coalition, Party, Seat, User

DOMAIN = "example.org"
VARIABLE = "DEMO_PASSWORD"


@dataclass(frozen=True)
class Role:
    """A demonstration user: the local part of the address, its name, language, seat and party."""

    address: str
    name: str
    role: str
    coalition: str
    language: str = "es"
    party: str = ""


ROLES = (
    Role("secretaria.mayors", "Secretaría (demo)", Seat.Role.SECRETARIAT, "mayors"),
    Role("secretaria.dumpsites", "Secretaría (demo)", Seat.Role.SECRETARIAT, "dumpsites"),
    Role("secretaria.corett", "Secretaría Técnica (demo)", Seat.Role.SECRETARIAT, "corett"),
    Role("secretaria.clasi", "Secretaría (demo)", Seat.Role.SECRETARIAT, "clasi"),
    Role("secretaria.ribera", "Secretaría Técnica (demo)", Seat.Role.SECRETARIAT, "ribera-clara"),
    Role("secretariat.ribera", "Technical Secretariat (demo)", Seat.Role.SECRETARIAT, "ribera-clara", "en"),
    Role("punto.focal.alto-jacaranda", "Punto focal de Alto Jacarandá (demo)", Seat.Role.FOCAL_POINT,
         "ribera-clara", party="Alto Jacarandá"),
    Role("focal.point.valle-tordo", "Focal point of Valle Tordo (demo)", Seat.Role.FOCAL_POINT,
         "ribera-clara", "en", party="Valle Tordo"),
    Role("delegacion.villa-mirasol", "Delegación de Villa Mirasol (demo)", Seat.Role.DELEGATE,
         "ribera-clara", party="Villa Mirasol"),
    Role("presidencia.ribera", "Presidencia (demo)", Seat.Role.PRESIDENCY, "ribera-clara", party="Puerto Calandria"),
    Role("lectura.ribera", "Lectura (demo)", Seat.Role.READER, "ribera-clara"),
)  # fmt: skip
OPERATOR = f"operator@{DOMAIN}"


@dataclass(frozen=True)
class Seated:
    """The users of the demonstration after a load; `password` is None where none was set in this run."""

    users: list[User]
    password: str | None


def chosen_password() -> str:
    """The password the environment names, else a new random one. It is printed once and stored nowhere."""
    return os.environ.get(VARIABLE) or secrets.token_urlsafe(12)


@transaction.atomic
def seat_users() -> Seated:
    """Every user of the demonstration that is not there yet. Those that are keep their password."""
    missing = [role for role in ROLES if not User.objects.filter(email=_address(role)).exists()]
    operator = User.objects.filter(email=OPERATOR).exists()
    password = chosen_password() if missing or not operator else None
    for role in missing:
        _seat(role, password)
    if not operator:
        User.objects.create_superuser(OPERATOR, password, name="Operator (demo)", language="en")
        audit.record(None, "operator added", actor=None)
    addresses = [*map(_address, ROLES), OPERATOR]
    found = {user.email: user for user in User.objects.filter(email__in=addresses).prefetch_related("seats")}
    return Seated([found[address] for address in addresses], password)


def _address(role: Role) -> str:
    return f"{role.address}@{DOMAIN}"


def _seat(role: Role, password: str | None) -> None:
    coalition = Coalition.objects.get(slug=role.coalition)
    staff = role.role == Seat.Role.SECRETARIAT
    user = User.objects.create_user(
        _address(role), password, name=role.name, language=role.language, is_staff=staff
    )
    party = Party.objects.get(coalition=coalition, name_es=role.party) if role.party else None
    seat = Seat(user=user, coalition=coalition, role=role.role, party=party)
    seat.save()
    audit.record(coalition, "seat added", actor=None, obj=seat, label=str(seat.get_role_display()))
