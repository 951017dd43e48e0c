"""Registers of agencies: near names, licences that have run out or are suspended, and files with mistakes."""

from datetime import date
from pathlib import Path

import pytest

from dialogues.registers import Agency, Registers, load_registers

TODAY = date(2026, 11, 26)
CSV = """\
name,licence,country,valid until,source,date,status
"ОсОО «Шёлковый путь»",114,Kyrgyzstan,2027-03-01,mlsp.gov.kg,2026-11-20,
Silk Road Recruitment LLC,115,Kyrgyzstan,01.02.2026,mlsp.gov.kg,2026-11-20,
Anadolu Jobs,98,Kyrgyzstan,2027-01-01,mlsp.gov.kg,2026-11-20,suspended
"Xorij Ish MChJ",UZ-7,Uzbekistan,,ministry,2026-10-01,
"""


@pytest.fixture
def registers(tmp_path: Path) -> Registers:
    (tmp_path / "kg.csv").write_text(CSV, encoding="utf-8-sig")
    return load_registers(tmp_path)


FOUND = [
    ("the name", "Шёлковый путь", ["114"]),
    ("in Latin letters and misspelt", "Shelkovi put", ["114"]),
    ("with its legal form", "OSOO Шелковый Путь", ["114"]),
    ("the number of the licence", "98", []),
    ("the number with letters", "UZ-7", ["UZ-7"]),
    ("near", "anadolu job", ["98"]),
    ("in a sentence", "агентство Anadolu Jobs из Бишкека", ["98"]),
    ("Uzbek, other alphabet", "Хориж иш", ["UZ-7"]),
    ("nobody", "Ромашка", []),
    ("too short", "a", []),
    ("nothing", "!!!", []),
]


@pytest.mark.parametrize(("name", "licences"), [one[1:] for one in FOUND], ids=[one[0] for one in FOUND])
def test_search(registers: Registers, name: str, licences: list[str]) -> None:
    """A name is found as people write it, and what is not there is not found."""
    assert [one.licence for one in registers.search(name)] == licences


def test_all_near_names_are_shown(tmp_path: Path) -> None:
    """Agencies that look alike come together, the nearest first, a few at most."""
    lines = ["name,licence,country,valid until,source,date"]
    lines += [f"Asia Work {sign},{at},KG,2027-01-01,s,2026-11-20" for at, sign in enumerate("ABCDEFGH")]
    (tmp_path / "a.csv").write_text("\n".join(lines), encoding="utf-8")
    found = load_registers(tmp_path).search("Asia Work C")
    assert found[0].name == "Asia Work C"
    assert len(found) == 5


def test_standing(registers: Registers) -> None:
    """A licence holds until its day, the last day included; a suspended one does not."""
    standing = {one.licence: one.standing(TODAY) for one in registers.agencies}
    assert standing == {"114": "valid", "115": "expired", "98": "suspended", "UZ-7": "valid"}
    agency = Agency("A", "1", "KG", TODAY, "s", TODAY)
    assert agency.standing(TODAY) == "valid"


def test_no_folder_is_no_register() -> None:
    """Where no registers are kept, nothing is found and nothing fails."""
    assert load_registers(None).search("Anadolu Jobs") == ()


HEAD = "name;licence;country;valid until;source;date;status"
FAULTS = [
    ("a column is missing", "name,licence\nA,1", "line 1: has no column country, valid until, source, date"),
    ("no name", f"{HEAD}\n;1;KG;;s;2026-11-20;", "line 2: has no name or no source"),
    ("no date", f"{HEAD}\nA;1;KG;;s;yesterday;", "line 2: holds what is no date"),
    ("an unknown status", f"{HEAD}\nA;1;KG;;s;2026-11-20;asleep", "line 2: has the status 'asleep'"),
]


@pytest.mark.parametrize(("written", "said"), [one[1:] for one in FAULTS], ids=[one[0] for one in FAULTS])
def test_faults(written: str, said: str, tmp_path: Path) -> None:
    """A mistake in a register is told with file and line."""
    (tmp_path / "kg.csv").write_text(written, encoding="utf-8")
    with pytest.raises(ExceptionGroup) as caught:
        load_registers(tmp_path)
    assert next(str(one) for one in caught.value.exceptions).startswith(f"kg.csv: {said}")


def test_a_file_that_is_no_text(tmp_path: Path) -> None:
    """A spreadsheet saved under the wrong name is told, and hides no other mistake."""
    (tmp_path / "a.csv").write_bytes(b"\xff\xfe\x00")
    (tmp_path / "b.csv").write_text("x", encoding="utf-8")
    with pytest.raises(ExceptionGroup) as caught:
        load_registers(tmp_path)
    assert len(caught.value.exceptions) == 2
