"""Country names as the lists print them, and their ISO 3166 alpha-2 codes."""

import re
import unicodedata

NAMES = """
AD Andorra | AE United Arab Emirates; UAE | AF Afghanistan | AG Antigua and Barbuda | AI Anguilla | AL Albania |
AM Armenia | AO Angola | AQ Antarctica | AR Argentina | AS American Samoa | AT Austria | AU Australia | AW Aruba |
AX Åland Islands | AZ Azerbaijan | BA Bosnia and Herzegovina; Bosnia and Herzegowina; Bosnia | BB Barbados |
BD Bangladesh | BE Belgium | BF Burkina Faso | BG Bulgaria | BH Bahrain | BI Burundi | BJ Benin |
BL Saint Barthélemy | BM Bermuda | BN Brunei; Brunei Darussalam | BO Bolivia; Bolivia (Plurinational State of) |
BQ Caribbean Netherlands | BR Brazil | BS Bahamas; Bahamas, The | BT Bhutan | BV Bouvet Island | BW Botswana |
BY Belarus | BZ Belize | CA Canada | CC Cocos (Keeling) Islands |
CD Congo (Democratic Republic); Democratic Republic of the Congo; Congo, Democratic Republic of the;
Congo, Democratic Republic of (was Zaire); DRC |
CF Central African Republic | CG Congo; Congo, Republic of the; Republic of the Congo; Congo, People's Republic of |
CH Switzerland | CI Côte d'Ivoire; Cote d Ivoire; Ivory Coast | CK Cook Islands | CL Chile | CM Cameroon |
CN China; People's Republic of China | CO Colombia | CR Costa Rica | CU Cuba | CV Cape Verde; Cabo Verde |
CW Curaçao | CX Christmas Island | CY Cyprus | CZ Czechia; Czech Republic | DE Germany | DJ Djibouti | DK Denmark |
DM Dominica | DO Dominican Republic | DZ Algeria | EC Ecuador | EE Estonia | EG Egypt | EH Western Sahara |
ER Eritrea | ES Spain | ET Ethiopia | FI Finland | FJ Fiji | FK Falkland Islands |
FM Micronesia; Micronesia, Federated States of | FO Faroe Islands | FR France | GA Gabon |
GB United Kingdom; United Kingdom of Great Britain and Northern Ireland; Great Britain | GD Grenada | GE Georgia |
GF French Guiana | GG Guernsey | GH Ghana | GI Gibraltar | GL Greenland | GM Gambia | GN Guinea | GP Guadeloupe |
GQ Equatorial Guinea | GR Greece | GS South Georgia and South Sandwich Islands | GT Guatemala | GU Guam |
GW Guinea-Bissau | GY Guyana | HK Hong Kong | HM Heard and McDonald Islands | HN Honduras | HR Croatia | HT Haiti |
HU Hungary | ID Indonesia | IE Ireland | IL Israel | IM Isle of Man; Man, Isle of | IN India |
IO British Indian Ocean Territory | IQ Iraq | IR Iran; Iran (Islamic Republic of); Islamic Republic of Iran |
IS Iceland | IT Italy | JE Jersey | JM Jamaica | JO Jordan | JP Japan | KE Kenya | KG Kyrgyzstan | KH Cambodia |
KI Kiribati | KM Comoros | KN Saint Kitts and Nevis |
KP North Korea; Korea, North; Democratic People's Republic of Korea; Korea, Democratic People's Republic of; DPRK |
KR South Korea; Korea, South; Republic of Korea; Korea, Republic of | KW Kuwait | KY Cayman Islands | KZ Kazakhstan |
LA Laos; Lao People's Democratic Republic | LB Lebanon | LC Saint Lucia | LI Liechtenstein | LK Sri Lanka |
LR Liberia | LS Lesotho | LT Lithuania | LU Luxembourg | LV Latvia | LY Libya; Libyan Arab Jamahiriya | MA Morocco |
MC Monaco | MD Moldova; Moldova, Republic of; Republic of Moldova | ME Montenegro | MF Saint Martin | MG Madagascar |
MH Marshall Islands |
MK North Macedonia; North Macedonia, The Republic of; Macedonia, The Former Yugoslav Republic of; Macedonia |
ML Mali; Region: Northern Mali | MM Burma; Myanmar | MN Mongolia | MO Macau; Macao | MP Northern Mariana Islands |
MQ Martinique | MR Mauritania | MS Montserrat | MT Malta | MU Mauritius | MV Maldives | MW Malawi | MX Mexico |
MY Malaysia | MZ Mozambique | NA Namibia | NC New Caledonia | NE Niger | NF Norfolk Island | NG Nigeria |
NI Nicaragua | NL Netherlands; Kingdom of the Netherlands | NO Norway | NP Nepal | NR Nauru | NU Niue |
NZ New Zealand | OM Oman | PA Panama | PE Peru | PF French Polynesia | PG Papua New Guinea | PH Philippines |
PK Pakistan | PL Poland | PM Saint Pierre and Miquelon | PN Pitcairn Islands | PR Puerto Rico |
PS Palestinian; Palestine; State of Palestine; Palestinian Territory, Occupied;
Occupied Palestinian Territories; West Bank; Region: Gaza; Gaza |
PT Portugal | PW Palau | PY Paraguay | QA Qatar | RE Réunion | RO Romania | RS Serbia |
RU Russia; Russian Federation | RW Rwanda | SA Saudi Arabia | SB Solomon Islands | SC Seychelles | SD Sudan |
SE Sweden | SG Singapore | SH Saint Helena | SI Slovenia | SJ Svalbard and Jan Mayen | SK Slovakia | SL Sierra Leone |
SM San Marino | SN Senegal | SO Somalia | SR Suriname | SS South Sudan | ST São Tomé and Príncipe | SV El Salvador |
SX Sint Maarten | SY Syria; Syrian Arab Republic | SZ Eswatini; Swaziland | TC Turks and Caicos Islands | TD Chad |
TF French Southern Territories | TG Togo | TH Thailand | TJ Tajikistan | TK Tokelau | TL Timor-Leste; East Timor |
TM Turkmenistan | TN Tunisia | TO Tonga | TR Turkey; Türkiye | TT Trinidad and Tobago | TV Tuvalu |
TW Taiwan; Taiwan, Province of China | TZ Tanzania; United Republic of Tanzania; Tanzania, United Republic of |
UA Ukraine | UG Uganda | UM U.S. Outlying Islands | US United States; United States of America; USA | UY Uruguay |
UZ Uzbekistan | VA Vatican City; Holy See | VC Saint Vincent and Grenadines; Saint Vincent and the Grenadines |
VE Venezuela; Venezuela (Bolivarian Republic of); Bolivarian Republic of Venezuela |
VG British Virgin Islands; Virgin Islands, British; Virgin Islands (British) |
VI U.S. Virgin Islands; Virgin Islands, U.S. | VN Vietnam; Viet Nam | VU Vanuatu | WF Wallis and Futuna | WS Samoa |
XK Kosovo | YE Yemen | YT Mayotte | ZA South Africa | ZM Zambia | ZW Zimbabwe
"""
"""Code, then the names that lists use for it. XK is the code in common use for Kosovo, which ISO does not list."""

FILLERS = frozenset({"the", "possibly"})
CODELESS = frozenset(
    {"undetermined", "unknown", "none identified", "stateless", "netherlands antilles", "yugoslavia", "ussr"}
    | {"serbia and montenegro", "former soviet union", "soviet union", "na", "not applicable", "other", "cs"}
)
"""Known words that stand for no country of today."""


def _key(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name).casefold().replace("&", " and ").replace("'", "").replace("’", "")
    letters = "".join(char for char in plain if not unicodedata.combining(char))
    return " ".join("saint" if word == "st" else word for word in re.findall(r"[a-z]+", letters) if word not in FILLERS)


BY_NAME = {
    _key(name): code
    for entry in NAMES.replace("\n", " ").split("|")
    for code, _, names in [entry.strip().partition(" ")]
    for name in names.split(";")
}


def country_code(printed: str) -> str | None:
    """The code of a country as printed ("Korea, North", "IRAN (ISLAMIC REPUBLIC OF)", "PT").

    Empty for words known to mean no country ("undetermined"); None where the name is not known. A remark in brackets
    ("Indonesia (as at Dec. 2003)") does not matter.
    """
    key = _key(printed)
    if not key or key in CODELESS:
        return ""
    if re.fullmatch(r"[A-Z]{2}", printed.strip()) and printed.strip() in BY_NAME.values():
        return printed.strip()
    return BY_NAME.get(key) or BY_NAME.get(_key(re.sub(r"\([^)]*\)", " ", printed)))
