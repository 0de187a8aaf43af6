"""A regime is one word for what every authority codes its own way."""

import pytest

from watchlist.text.regimes import REGIMES, fits, regimes


@pytest.mark.parametrize(
    ("regime", "codes"),
    [
        ("dprk", ("DPRK4", "DPRK", "PRK", "DPRK-NKSPEA", "1718 (DPRK)", "Autonomous (DPRK)", "EU-PRK", "UN-SC1718",
                  "The Democratic People’s Republic of Korea (Sanctions) (EU Exit) Regulations 2019", "SECO-NORTHKOREA",
                  "Ordinance of 18 May 2016 on measures against North Korea (SR 946.231.127.6), annexes 1 et 6",
                  "Ordinance of 18 May 2016 on Measures against the Democratic People's Republic of Korea")),
        ("russia", ("RUSSIA-EO14024", "BPI-RUSSIA-EO14024", "UKRAINE-EO13661", "CAATSA - RUSSIA", "UKR", "RUSDA",
                    "The Russia (Sanctions) (EU Exit) Regulations 2019", "Russia / Russie", "Autonomous (Ukraine)",
                    "Ordinance of 4 March 2022 on measures related to the situation in Ukraine (RS 946.231.176.72)",
                    "Sectoral Sanctions Identifications List (SSI) - Treasury Department", "US-RUSHAR", "EU-RUS")),
        ("terrorism", ("SDGT", "FTO", "Al-Qaida", "TAQA", "EUAQ", "UNLI", "NS-PLC", "1373 (2001)", "AU-UNSC1373",
                       "The Counter-Terrorism (Sanctions) (EU Exit) Regulations 2019", "EU-TAQA-EUAQ", "UN-SCISIL",
                       "1267 (ISIL (Da'esh) and Al-Qaida)", "Hamas Terrorist Attacks / Attaques terroristes du Hamas",
                       "Isil (Da'esh) and Al-Qaeda (United Nations Sanctions) (EU Exit) Regulations 2019")),
        ("haiti", ("HAITI", "Haiti", "HTI", "The Haiti (Sanctions) Regulations 2022", "Haiti / Haïti")),
        ("yemen", ("YEMEN", "Yemen", "YEM", "The Yemen (Sanctions) (EU Exit) Regulations 2020", "2140 (Yemen)")),
        ("guinea-bissau", ("GB", "GNB", "The Republic of Guinea-Bissau (Sanctions) (EU Exit) Regulations 2019",
                           "Ordinance of 1 June 2012 on measures against Guinea-Bissau (SR 946.231.138.3), annex 1")),
        ("south-sudan", ("SOUTH SUDAN", "SouthSudan", "SSD", "The South Sudan (Sanctions) (EU Exit) Regulations 2019",
                         "South Sudan / Soudan du sud")),
        ("dr-congo", ("DRCONGO", "COD", "1533 (Democratic People’s Republic of the Congo)", "US-DRC",
                      "Ordinance of 22 June 2005 on measures against the Democratic Republic of Congo (SR 946.231)")),
        ("cote-d-ivoire", ("Ordinance of 19 January 2005 on measures against Côte d’Ivoire (SR 946.231.13), annex",)),
        ("iran", ("IRAN", "IFSR", "IRAN-EO13876", "561-Related", "1737 (Iran)", "IRN", "SECO-IRAN")),
        ("human-rights", ("GLOMAG", "HR", "Autonomous (Thematic – Corruption)", "EU-HR", "US-MAGNITSKY",
                          "The Global Human Rights Sanctions Regulations 2020",
                          "Justice for Victims of Corrupt Foreign Officials Regulations (JVCFOR)")),
        ("proliferation", ("NPWMD", "INKSNA", "Nonproliferation Sanctions (ISN) - State Department", "E.O. 13382")),
        ("export-control", ("Entity List (EL) - Bureau of Industry and Security", "US-BIS-EL",
                            "ITAR Debarred (DTC) - State Department")),
        ("myanmar", ("BURMA-EO14014", "MMR", "Myanmar (Burma) / Myanmar (Birmanie)", "Burma / Birmanie")),
        ("irregular-migration",
         ("The Global Irregular Migration and Trafficking in Persons Sanctions Regulations 2025",)),
    ],
)  # fmt: skip
def test_a_regime_spans_the_codes_of_all_lists(regime: str, codes: tuple[str, ...]) -> None:
    """Every authority, and OpenSanctions with its own keys, means the same, and nothing else."""
    assert {code: regimes(code) for code in codes} == dict.fromkeys(codes, frozenset({regime}))


def test_names_within_names_stay_apart() -> None:
    """Sudan is not South Sudan, Guinea not Guinea-Bissau, Mali not Somalia, Niger not Nigeria."""
    assert regimes("The Sudan (Sanctions) (EU Exit) Regulations 2020") == {"sudan"}
    assert regimes("The Guinea (Sanctions) (EU Exit) Regulations 2019") == {"guinea"}
    assert regimes("The Somalia (Sanctions) (EU Exit) Regulations 2020") == {"somalia"}
    assert regimes("The Nigeria (Sanctions) Regulations") == frozenset()


def test_a_code_of_two_regimes_belongs_to_both() -> None:
    """Switzerland held Al-Qaida and the Taliban in one ordinance."""
    ordinance = "Ordinance on measures against persons associated with the group «Al-Qaïda» or the Taliban (SR 946.203)"
    assert regimes(ordinance) == {"terrorism", "afghanistan"}


def test_an_unknown_code_belongs_to_none() -> None:
    """A programme that the table has never seen is no regime, and the user can still name it by its code."""
    assert regimes("MARS-EO1") == frozenset()
    assert regimes("Specially Designated Nationals (SDN) - Treasury Department") == frozenset()
    assert fits("MARS-EO1", ("mars-*",))
    assert not fits("MARS-EO1", ())


def test_every_regime_is_its_own_word_in_small_letters() -> None:
    """Words that a user writes into the configuration, in the order in which they are told."""
    assert list(REGIMES) == sorted(REGIMES)
    assert all(regime == regime.casefold() and " " not in regime for regime in REGIMES)
