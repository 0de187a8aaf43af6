"""A regime is one word for what every authority codes its own way."""

import pytest

from watchlist.text.regimes import fits, regimes


@pytest.mark.parametrize(
    ("regime", "codes"),
    [
        ("dprk", ("DPRK4", "DPRK", "PRK",
                  "The Democratic People’s Republic of Korea (Sanctions) (EU Exit) Regulations 2019")),
        ("russia", ("RUSSIA-EO14024", "BPI-RUSSIA-EO14024", "UKRAINE-EO13661", "CAATSA - RUSSIA", "UKR", "RUSDA",
                    "The Russia (Sanctions) (EU Exit) Regulations 2019")),
        ("terrorism", ("SDGT", "FTO", "Al-Qaida", "TAQA", "EUAQ", "UNLI",
                       "The Counter-Terrorism (Sanctions) (EU Exit) Regulations 2019",
                       "Isil (Da'esh) and Al-Qaeda (United Nations Sanctions) (EU Exit) Regulations 2019")),
        ("haiti", ("HAITI", "Haiti", "HTI", "The Haiti (Sanctions) Regulations 2022")),
        ("yemen", ("YEMEN", "Yemen", "YEM", "The Yemen (Sanctions) (EU Exit) Regulations 2020")),
        ("guinea-bissau", ("GB", "GNB", "The Republic of Guinea-Bissau (Sanctions) (EU Exit) Regulations 2019")),
        ("south-sudan", ("SOUTH SUDAN", "SouthSudan", "SSD", "The South Sudan (Sanctions) (EU Exit) Regulations 2019")),
    ],
)  # fmt: skip
def test_a_regime_spans_the_codes_of_all_lists(regime: str, codes: tuple[str, ...]) -> None:
    """OFAC, the Security Council, the EU and the UK mean the same, and nothing else."""
    assert {code: regimes(code) for code in codes} == dict.fromkeys(codes, frozenset({regime}))


def test_names_within_names_stay_apart() -> None:
    """Sudan is not South Sudan, Guinea not Guinea-Bissau, Mali not Somalia."""
    assert regimes("The Sudan (Sanctions) (EU Exit) Regulations 2020") == {"sudan"}
    assert regimes("The Guinea (Sanctions) (EU Exit) Regulations 2019") == {"guinea"}
    assert regimes("The Somalia (Sanctions) (EU Exit) Regulations 2020") == {"somalia"}


def test_an_unknown_code_belongs_to_none() -> None:
    """A programme that the table has never seen is no regime, and the user can still name it by its code."""
    assert regimes("MARS-EO1") == frozenset()
    assert fits("MARS-EO1", ("mars-*",))
    assert not fits("MARS-EO1", ())
