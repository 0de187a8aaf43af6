"""Sentences written for these tests, and the legacy encodings in which each language was or is published."""

import unicodedata

ENCODED: dict[str, tuple[str, tuple[str, ...]]] = {
    "ru": ("Министр обороны прибыл с визитом в Пхеньян и встретился с руководством страны.",
           ("cp1251", "koi8-r", "iso-8859-5", "cp866", "mac-cyrillic", "utf-16", "utf-16-le", "utf-16-be")),
    "uk": ("Суд у Києві заарештував судно, яке перевозило зерно з тимчасово окупованих територій.",
           ("cp1251", "koi8-u", "utf-16-le")),
    "bg": ("Министърът на външните работи заяви, че санкциите ще бъдат удължени с шест месеца.",
           ("cp1251", "iso-8859-5")),
    "ar": ("أعلنت وزارة الخزانة فرض عقوبات جديدة على شركات تعمل في تهريب النفط.",
           ("cp1256", "iso-8859-6", "utf-16-be")),
    "zh": ("外交部发言人表示，中方反对没有国际法依据的单边制裁措施。", ("gb18030", "gb2312", "utf-16-le")),
    "zh-TW": ("外交部發言人表示，對於新的制裁措施將與盟國保持密切聯繫。", ("big5",)),
    "ja": ("財務省は火曜日、新たな制裁の対象となる企業の一覧を発表した。", ("shift_jis", "euc-jp", "iso-2022-jp")),
    "ko": ("정부는 화요일 북한의 무기 거래에 관여한 기업을 제재 대상에 추가했다.", ("euc-kr", "cp949", "iso-2022-kr")),
    "el": ("Ο υπουργός Εξωτερικών δήλωσε ότι οι κυρώσεις θα παραταθούν για έξι μήνες.", ("cp1253", "iso-8859-7")),
    "he": ("משרד האוצר הודיע ביום שלישי על סנקציות חדשות נגד חברות ספנות.", ("cp1255", "iso-8859-8")),
    "tr": ("Hazine Bakanlığı salı günü denizcilik şirketlerine karşı yeni yaptırımlar açıkladı.",
           ("cp1254", "iso-8859-9")),
    "pl": ("Straż graniczna zatrzymała w Gdańsku statek, który przewoził towary objęte sankcjami.",
           ("cp1250", "iso-8859-2")),
    "cs": ("Ministerstvo zahraničí uvedlo, že sankce vůči společnostem budou prodlouženy o šest měsíců.",
           ("cp1250", "iso-8859-2")),
    "fr": ("Le ministère a annoncé mardi de nouvelles sanctions contre des sociétés liées à l'armée.",
           ("cp1252", "iso-8859-15")),
    "de": ("Das Ministerium kündigte am Dienstag neue Maßnahmen gegen mehrere Händler für Rüstungsgüter an.",
           ("cp1252", "latin-1")),
    "th": ("กระทรวงการคลังประกาศมาตรการคว่ำบาตรใหม่ต่อบริษัทเดินเรือ", ("cp874",)),
    "lt": ("Finansų ministerija antradienį paskelbė apie naujas sankcijas įmonėms.", ("cp1257",)),
}  # fmt: skip
WRONG_LABELS = ("utf-8", "iso-8859-1", "windows-1252", "us-ascii", "windows-1251", "gbk", "shift_jis", "utf-16")

CASES = [
    (f"{language} {codec}", unicodedata.normalize("NFC", text), codec)
    for language, (text, codecs) in ENCODED.items()
    for codec in codecs
]


def page_of(text: str) -> str:
    """The sentence as the body of a small page that declares nothing."""
    menu = "<div class='menu'><a href='/a'>Home</a></div>"
    return f"<html><head><title>Site</title></head><body>{menu}<p>{text}</p>\n<p>{text}</p></body></html>"
