"""The condensed lists are those of the providers' specifications, where these lie beside the checkout."""

import pytest

from .condense import HERE, LISTS, SPECS, condensed


@pytest.mark.skipif(not SPECS.is_dir(), reason="the specifications do not lie beside this checkout")
@pytest.mark.parametrize("name", LISTS)
def test_list_is_up_to_date(name: str) -> None:
    """`python -m tests.emulator.condense` would change nothing."""
    assert (HERE / name).read_text(encoding="utf-8") == condensed(name, SPECS)
