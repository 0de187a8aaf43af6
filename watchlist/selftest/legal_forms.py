"""Legal forms of companies: what else the same form is called, so that SIS DOO and SIS d.o.o. are one name."""

from watchlist.selftest.dice import Dice
from watchlist.selftest.subjects import NamePart, Subject

# Each row is one form as lists and news write it; OFAC's case of Apple (2019) is why this is tested.
_FORMS = (
    ("LLC", "L.L.C.", "Limited Liability Company"), ("OOO", "LLC", "Limited Liability Company"),
    ("LTD", "Ltd.", "Limited"), ("LLP", "L.L.P.", "Limited Liability Partnership"),
    ("JSC", "Joint Stock Company", "AO"), ("AO", "JSC", "Joint Stock Company"),
    ("OJSC", "OAO", "Open Joint Stock Company"), ("OAO", "OJSC", "Open Joint Stock Company"),
    ("PJSC", "PAO", "Public Joint Stock Company"), ("PAO", "PJSC", "Public Joint Stock Company"),
    ("ZAO", "CJSC", "Closed Joint Stock Company"), ("CO", "Co.", "Company"), ("COMPANY", "Co."),
    ("CORP", "Corp.", "Corporation"), ("CORPORATION", "Corp."), ("INC", "Inc.", "Incorporated"),
    ("GMBH", "G.m.b.H.", "mbH"), ("SRO", "s.r.o.", "spol. s r.o."), ("DOO", "d.o.o.", "DOO"), ("SRL", "S.r.l.", "SRL"),
    ("SARL", "S.A.R.L.", "Sàrl"), ("SA", "S.A.", "SA"), ("SPA", "S.p.A.", "SpA"), ("BV", "B.V.", "BV"),
    ("NV", "N.V.", "NV"), ("AS", "A.S.", "A.Ş."), ("AG", "A.G.", "AG"), ("PLC", "P.L.C.", "plc"),
    ("FZE", "F.Z.E.", "Free Zone Establishment"), ("FZCO", "FZ Co.", "Free Zone Company"), ("SAL", "S.A.L.", "SAL"),
    ("PTE", "Pte."), ("PVT", "Pvt.", "Private"), ("LIMITED", "Ltd", "Ltd."),
    ("ООО", "Общество с ограниченной ответственностью"), ("АО", "Акционерное общество"),
    ("ОАО", "Открытое акционерное общество"), ("ПАО", "Публичное акционерное общество"),
    ("ЗАО", "Закрытое акционерное общество"), ("ТОВ", "Товариство з обмеженою відповідальністю"),
)  # fmt: skip
_BY_FORM = {form: tuple(other for other in others if other != form) for form, *others in _FORMS}


def without_legal_form(subject: Subject) -> str | None:
    """The name without its legal form; None where it has none, or nothing else of length."""
    rest = subject.of(NamePart.WORD)
    return " ".join(rest) if len(rest) < len(subject.words) and sum(map(len, rest)) >= 4 else None


def with_other_legal_form(subject: Subject, dice: Dice) -> str | None:
    """The name with its legal form written in another of its ways."""
    legal = [at for at, part in enumerate(subject.parts) if part is NamePart.LEGAL]
    for at in legal:
        alone = not {at - 1, at + 1} & set(legal) and at in {0, len(subject.words) - 1}
        others = _BY_FORM.get(subject.words[at].replace(".", "").upper(), ())
        others = tuple(other for other in others if other != subject.words[at])
        if alone and others:
            return " ".join((*subject.words[:at], dice.pick(others), *subject.words[at + 1 :]))
    return None
