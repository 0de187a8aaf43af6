"""The plot of docs/calibration.md, written as text so that equal figures give equal bytes."""

from collections.abc import Sequence

from calibration.reliability import Step

WIDTH, HEIGHT = 520, 442
LEFT, RIGHT, TOP, BOTTOM = 58, 502, 58, 384
FIRST, LAST = 0.60, 1.0
GREY, INK, BLUE = "#8a8f98", "#24292f", "#0b62a4"


def plot(before: Sequence[Step], after: Sequence[Step]) -> str:
    """Share right over score: what was set by hand as rings, what was fitted as dots with intervals."""
    marks = [*_frame(), *_diagonal()]
    marks += [_circle(step, f'r="4" fill="none" stroke="{GREY}" stroke-width="1.5"') for step in before]
    for step in after:
        x = _x(step.mean)
        marks.append(_line(x, _y(step.low), x, _y(step.high), f'stroke="{BLUE}" stroke-width="1.5"'))
        marks.append(_circle(step, f'r="4.5" fill="{BLUE}"'))
        marks.append(_text(x, TOP - 6, str(step.matches), size=10, anchor="middle", colour=BLUE))
    marks += _legend()
    body = "\n".join(f"  {mark}" for mark in marks)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" height="{HEIGHT}" '
        f'font-family="sans-serif" role="img" aria-label="Share of right matches by score">\n'
        f'  <rect width="{WIDTH}" height="{HEIGHT}" fill="white"/>\n{body}\n</svg>\n'
    )


def _frame() -> list[str]:
    marks = []
    for tenth in range(11):
        share = tenth / 10
        marks.append(_line(LEFT, _y(share), RIGHT, _y(share), 'stroke="#e4e7eb"'))
        marks.append(_text(LEFT - 8, _y(share) + 4, f"{share:.1f}", anchor="end"))
    for at in range(9):
        score = FIRST + at * 0.05
        marks.append(_line(_x(score), TOP, _x(score), BOTTOM, 'stroke="#e4e7eb"'))
        marks.append(_text(_x(score), BOTTOM + 18, f"{score:.2f}", anchor="middle"))
    marks.append(_line(_x(0.85), TOP, _x(0.85), BOTTOM, f'stroke="{GREY}" stroke-dasharray="2 3"'))
    marks.append(_text(_x(0.85) - 6, TOP + 14, "review", anchor="end", colour=GREY))
    marks.append(_text(_x(0.85) + 6, TOP + 14, "alert", colour=GREY))
    marks.append(_text((LEFT + RIGHT) / 2, HEIGHT - 18, "score", anchor="middle", size=13))
    turned = f'transform="rotate(-90 16 {(TOP + BOTTOM) / 2:.1f})"'
    marks.append(_text(16, (TOP + BOTTOM) / 2, "share that is right", anchor="middle", size=13, more=turned))
    return marks


def _diagonal() -> list[str]:
    return [_line(_x(FIRST), _y(FIRST), _x(LAST), _y(LAST), f'stroke="{INK}" stroke-dasharray="5 4"')]


def _legend() -> list[str]:
    return [
        f'<circle cx="{LEFT + 6}" cy="20" r="4" fill="none" stroke="{GREY}" stroke-width="1.5"/>',
        _text(LEFT + 16, 24, "weights set by hand"),
        f'<circle cx="{LEFT + 166}" cy="20" r="4.5" fill="{BLUE}"/>',
        _text(LEFT + 176, 24, "fitted, on articles not fitted to (above: how many)"),
    ]


def _circle(step: Step, style: str) -> str:
    return f'<circle cx="{_x(step.mean):.1f}" cy="{_y(step.share):.1f}" {style}/>'


def _line(x1: float, y1: float, x2: float, y2: float, style: str) -> str:
    return f'<line x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}" {style}/>'


def _text(
    x: float, y: float, words: str, *, anchor: str = "start", size: int = 11, colour: str = INK, more: str = ""
) -> str:
    style = f'text-anchor="{anchor}" font-size="{size}" fill="{colour}"'
    return f'<text x="{x:.1f}" y="{y:.1f}" {style} {more}>{words}</text>'.replace(" >", ">")


def _x(score: float) -> float:
    return LEFT + (score - FIRST) / (LAST - FIRST) * (RIGHT - LEFT)


def _y(share: float) -> float:
    return BOTTOM - share * (BOTTOM - TOP)
