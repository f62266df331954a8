"""The report as one HTML page: source and translation side by side, what was done in colour, no script."""

from __future__ import annotations

from html import escape

from translit.decisions import Action, Decision
from translit.languages import language
from translit.report import RatedSentence, Report, TranslatedPassage

_STYLE = """
:root { color-scheme: light dark; --line: #8884; --soft: #8881; }
body { font: 16px/1.55 Georgia, 'PT Serif', serif; max-width: 72rem; margin: 2rem auto; padding: 0 1rem; }
h2 { font-size: 1.1rem; }
h1 { font-size: 1.3rem; } .how { font: 13px/1.5 ui-monospace, monospace; opacity: .75; overflow-wrap: anywhere; }
section { display: grid; grid-template-columns: 1fr 1fr; gap: 0 2rem; padding: .8rem 0; }
section { border-top: 1px solid var(--line); }
section p { margin: 0; } ul { grid-column: 1 / -1; margin: .6rem 0 0; padding: 0; list-style: none; font-size: 14px; }
li { padding: .15rem .5rem; border-left: 3px solid var(--line); margin: .15rem 0; background: var(--soft); }
ol.review { padding-left: 1.5rem; font-size: 14px; } ol.review a { color: inherit; }
li.look { border-color: #c60; } li.done { border-color: #284; } q { quotes: none; font-weight: 600; }
@media (max-width: 50rem) { section { grid-template-columns: 1fr; gap: .5rem; } }
"""


def page(report: Report) -> str:
    """A whole HTML document. Every text is escaped; nothing is fetched from anywhere."""
    source, target = language(report.source), language(report.target)
    doubts = len(report.doubts)
    counts = ", ".join(f"{count} {action}" for action, count in sorted(report.counts.items())) or "no decisions"
    return "\n".join(
        [
            f'<!doctype html>\n<html lang="en"><meta charset="utf-8"><title>{source.name} to {target.name}</title>',
            '<meta name="viewport" content="width=device-width">',
            f"<style>{_STYLE}</style>",
            f"<h1>{escape(source.name)} to {escape(target.name)}: {len(report.passages)} passages, "
            f"{doubts} {'place' if doubts == 1 else 'places'} to look at</h1>",
            f'<p class="how">{escape(counts)}<br>{escape(report.signature)}</p>',
            _review(report, source.tag, target.tag),
            *(_section(passage, source.tag, target.tag) for passage in report.passages),
            "</html>\n",
        ]
    )


def _review(report: Report, source: str, target: str) -> str:
    """The sentences to read first, each a link to its passage; nothing where there is none."""
    items = "".join(_reviewed(passage, one, source, target) for passage, one in report.review)
    return f'<h2>Read first</h2>\n<ol class="review">{items}</ol>' if items else ""


def _reviewed(passage: TranslatedPassage, one: RatedSentence, source: str, target: str) -> str:
    why = f" ({escape('; '.join(one.reasons))})" if one.reasons else ""
    return (
        f'<li><a href="#p{escape(passage.id, quote=True)}">{one.confidence:.2f}</a>{why} '
        f'<span lang="{source}">{escape(one.source.of(passage.source))}</span> → '
        f'<span lang="{target}">{escape(one.target.of(passage.text))}</span></li>'
    )


def _section(passage: TranslatedPassage, source: str, target: str) -> str:
    items = "".join(_item(decision) for decision in passage.decisions)
    return (
        f'<section id="p{escape(passage.id, quote=True)}"><p lang="{source}">{escape(passage.source)}</p>'
        f'<p lang="{target}">{escape(passage.text)}</p>{f"<ul>{items}</ul>" if items else ""}</section>'
    )


def _item(decision: Decision) -> str:
    kind = "look" if decision.doubtful else "done" if decision.action is not Action.ACCEPTED else "same"
    change = f"<q>{escape(decision.after)}</q>"
    if decision.before != decision.after:
        change = f"<s>{escape(decision.before)}</s> {change}"
    whole = decision.action in (Action.DOUBTED, Action.PIVOTED, Action.RETRIED) and decision.before == decision.after
    words = "" if whole else f"{escape(decision.source)}: {change} "
    return f'<li class="{kind}">{escape(str(decision.action))}: {words}({escape(decision.reason)})</li>'
