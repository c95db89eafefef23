"""Pages on which a Secretariat runs its coalition."""
