"""Short minutes for the tests of single rules: a head, people, and one or more items."""

from protokoll.reader import read_text_lines
from protokoll.records import Reading

HEAD = """Bibliotekschefernas nätverk

Datum: 2024-09-10
Tid: 09.00-12.00
Plats: Stadshuset, Hjo

Närvarande: Karin Ek (Hjo), Eva Lund (Tibro), Per-Olof Ask (Skara), Noor Haddad (Vara)
Frånvarande: Töreboda

"""


def read_items(*bodies: str, title: str = "Läget") -> Reading:
    """Read minutes with one numbered item per body; a body may bring its own title on a first line "# …"."""
    items = []
    for number, body in enumerate(bodies, start=1):
        own, _, rest = body.partition("\n") if body.startswith("# ") else (title, "", body)
        items.append(f"{number}. {own.removeprefix('# ')}\n{rest or ''}\n" if own else body)
    return read_text_lines(HEAD + "\n".join(items) + "\nVid protokollet\nEva Lund\n")
