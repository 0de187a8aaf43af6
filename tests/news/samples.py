"""Feeds written by hand, and what must be read from them."""

RSS = """<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://example.org/rss-0.91.dtd">
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">
<channel>
  <title>Noticias del puerto</title>
  <link>https://news.example/</link>
  <language>es-MX</language>
  <item>
    <title>Detenido un buque en &lt;b&gt;Cartagena&lt;/b&gt; &amp;amp; liberado</title>
    <link>/puerto/1</link>
    <guid isPermaLink="false">puerto-1</guid>
    <pubDate>Tue, 02 Jan 2024 08:30:00 +0100</pubDate>
    <description>Resumen corto.</description>
    <content:encoded><![CDATA[<p>La Armada detuvo&nbsp;el <a href="x">buque</a>.</p><script>no()</script>
      <ul><li>Uno</li><li>Dos</li></ul>]]></content:encoded>
  </item>
  <item>
    <title>Sin enlace válido</title>
    <link>javascript:alert(1)</link>
    <description>El ministro   habló &lt;br&gt; en Madrid.</description>
  </item>
</channel>
</rss>
"""

RSS_ARTICLES = [
    {
        "title": "Detenido un buque en Cartagena & liberado",
        "text": "La Armada detuvo el buque.\nUno\nDos",
        "url": "https://news.example/puerto/1",
        "published": "2024-01-02T07:30:00+00:00",
        "language": "es",
    },
    {
        "title": "Sin enlace válido",
        "text": "El ministro habló\nen Madrid.",
        "url": "",
        "published": None,
        "language": "es",
    },
]

ATOM = """<?xml version="1.0"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="uk" xml:base="https://novyny.example/a/">
  <title>Новини</title>
  <entry>
    <id>tag:novyny.example,2024:1</id>
    <title type="text">Суд &lt;не html&gt; заарештував судно</title>
    <link rel="alternate" href="1.html"/>
    <updated>2024-03-01T12:00:00Z</updated>
    <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Перший абзац.</p><p>Другий.</p></div></content>
  </entry>
</feed>
"""

ATOM_ARTICLES = [
    {
        "title": "Суд <не html> заарештував судно",
        "text": "Перший абзац.\nДругий.",
        "url": "https://novyny.example/a/1.html",
        "published": "2024-03-01T12:00:00+00:00",
        "language": "uk",
    },
]

PAGE = """<!doctype html><html lang="pl"><head><meta charset="iso-8859-2"><title>Statek zatrzymany | Gazeta</title>
<meta property="og:title" content="Statek zatrzymany w Gdańsku"><meta property="article:published_time"
content="2024-05-06T10:00:00+02:00"></head><body><nav><a href="/">Start</a> <a href="/s">Sport</a></nav><article>
<h1>Statek zatrzymany w Gdańsku</h1>
<p>Straż graniczna zatrzymała w poniedziałek statek, który według śledczych przewoził towary objęte sankcjami.
Kapitan odmówił składania wyjaśnień, a ładunek zabezpieczono w porcie do czasu decyzji sądu.</p>
<p>Rzecznik urzędu morskiego powiedział, że jednostka zmieniała banderę trzykrotnie w ciągu roku, a jej właścicielem
jest spółka zarejestrowana za granicą. Śledztwo prowadzi prokuratura okręgowa w Gdańsku.</p></article>
<footer>Wszelkie prawa zastrzeżone</footer></body></html>"""
