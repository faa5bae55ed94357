"""The picture as one HTML page that needs no network: the drawing, and under it the findings, which light up their paths."""

import base64
import hashlib
import os

from heldout._version import VERSION
from heldout.picture.journey import Lettered, Picture
from heldout.picture.svg import entities, identifiers, natural_width, svg_element
from heldout.reporting.report import Span
from heldout.reporting.terminal import place

SMALLEST = 0.72
"""The drawing shrinks to this part of its size to fit a window; a narrower window scrolls."""

STYLE = """\
:root{color-scheme:light dark;--paper:#fff;--ink:#1f2328;--soft:#59636e;--edge:#d0d7de;--leak:#cf222e;--chance:#9a6700;\
--lit:#fff5f5;--link:#0969da}
@media (prefers-color-scheme:dark){:root{--paper:#0d1117;--ink:#e6edf3;--soft:#9198a1;--edge:#3d444d;--leak:#ff7b72;\
--chance:#d29922;--lit:#2b1517;--link:#58a6ff}}
body{margin:0 auto;padding:24px 28px 40px;max-width:2200px;background:var(--paper);color:var(--ink);print-color-adjust:exact;\
font:14.5px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif}
h1{font-size:20px;margin:0;overflow-wrap:anywhere}h2{font-size:15px;margin:26px 0 8px}
code,.spot{font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace;font-size:.92em}
.verdict{margin:4px 0 16px;color:var(--soft)}.verdict strong{color:var(--leak)}
.drawing{overflow-x:auto;border:1px solid var(--edge);border-radius:10px}
.drawing svg{display:block;width:100%;height:auto;margin:0 auto}
.findings{list-style:none;margin:0;padding:0;display:grid;gap:10px;align-items:start;grid-template-columns:repeat(auto-fill,minmax(min(430px,100%),1fr))}
.finding{border:1px solid var(--edge);border-radius:8px;padding:10px 14px;overflow-wrap:anywhere}
.finding.lit{background:var(--lit);border-color:var(--leak)}
.finding button{all:unset;cursor:pointer;display:block;font-weight:600}
.finding button:focus-visible,a:focus-visible,.drawing:focus-visible{outline:2px solid var(--link);outline-offset:2px;border-radius:3px}
.letter{display:inline-block;min-width:1.5em;text-align:center;border-radius:1em;background:var(--leak);color:var(--paper);\
font-size:.85em;margin-right:.45em;padding:0 .35em}
.chance .letter{background:var(--chance)}
.finding p,.finding ol{margin:4px 0 0}.finding p{color:var(--soft)}.finding ol{padding-left:1.6em}
a{color:var(--link);text-decoration:none}a:hover{text-decoration:underline}
footer{margin-top:28px;color:var(--soft);font-size:12.5px}
.drawing svg .station[data-findings]{cursor:pointer}
.drawing svg :is(.station,.way,.said,.chance){transition:opacity .15s}
.drawing svg.asked :is(.station,.way,.said,.station .chance):not(.told){opacity:.22}
.drawing svg.asked .legend-row .way{opacity:1}
.drawing svg .station:target>.card{stroke-width:3.5}
@media (prefers-reduced-motion:reduce){.drawing svg *{transition:none}}
@media print{@page{size:landscape}body{padding:0}.drawing{border:0;overflow:visible}.drawing svg{min-width:0!important}\
.finding{break-inside:avoid}}"""

SCRIPT = """\
(()=>{
const svg=document.querySelector('.drawing svg'),cards=[...document.querySelectorAll('.finding')];
if(!svg)return;
let kept=null;
const has=(part,letter)=>(part.dataset.findings||'').split(' ').includes(letter);
const show=letter=>{
svg.classList.toggle('asked',letter!==null);
svg.querySelectorAll('[data-findings]').forEach(part=>part.classList.toggle('told',letter!==null&&has(part,letter)));
cards.forEach(card=>card.classList.toggle('lit',card.dataset.letter===letter));
};
const keep=letter=>{
kept=letter;
cards.forEach(card=>card.querySelector('button').setAttribute('aria-pressed',String(card.dataset.letter===letter)));
show(kept);
};
cards.forEach(card=>{
const letter=card.dataset.letter;
card.addEventListener('mouseenter',()=>show(letter));
card.addEventListener('mouseleave',()=>show(kept));
card.querySelector('button').addEventListener('click',()=>keep(kept===letter?null:letter));
card.addEventListener('focusin',()=>show(letter));
card.addEventListener('focusout',()=>show(kept));
});
svg.addEventListener('click',event=>{
const part=event.target.closest('[data-findings]');
const letter=part?part.dataset.findings.split(' ')[0]:null;
keep(letter===kept?null:letter);
});
document.addEventListener('keydown',event=>{if(event.key==='Escape')keep(null);});
})();"""


def render_html(picture: Picture) -> str:
    """The picture as one HTML document; what the reviewed file contains is text in it and nothing else."""
    name = entities(picture.path)
    digest = base64.b64encode(hashlib.sha256(SCRIPT.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-{digest}'"
    return "\n".join(
        [
            "<!DOCTYPE html>",
            '<html lang="en"><head><meta charset="utf-8">',
            f'<meta http-equiv="Content-Security-Policy" content="{policy}">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            f"<title>{entities(os.path.basename(picture.path))}: the journey of its rows</title>",
            f"<style>{STYLE}</style></head><body>",
            f"<header><h1>{name}</h1>",
            f'<p class="verdict">{verdict(picture)}</p></header>',
            f'<main><div class="drawing" role="region" aria-label="Drawing" tabindex="0">{_drawing(picture)}</div>',
            *_findings(picture),
            "</main>",
            f"<footer>Drawn by heldout {entities(VERSION)} from the source; nothing was run.</footer>",
            f"<script>{SCRIPT}</script>",
            "</body></html>",
            "",
        ]
    )


def verdict(picture: Picture) -> str:
    """What the picture comes to, in a sentence of HTML."""
    if not picture.journeys:
        return "Nothing that loads, splits, fits or scores was found."
    leaks = sum(lettered.leak for lettered in picture.findings)
    others = len(picture.findings) - leaks
    said = []
    if leaks:
        said.append(f"<strong>{leaks} {'leak' if leaks == 1 else 'leaks'}</strong>")
    if others:
        said.append(f"{others} {'finding' if others == 1 else 'findings'} about chance")
    where = "Choose a finding to see its path." if picture.findings else "No findings."
    return f"{' and '.join(said)}. {where}" if said else where


def _drawing(picture: Picture) -> str:
    drawing = svg_element(picture)
    width = natural_width(drawing)
    size = f'style="min-width:{width * SMALLEST:.0f}px;max-width:{width:.0f}px" '
    return drawing.replace("<svg ", f"<svg {size}", 1)


def _findings(picture: Picture) -> list[str]:
    if not picture.findings:
        return []
    stations = identifiers(picture)
    cards = ["<h2>Findings</h2>", '<ul class="findings">']
    for lettered in picture.findings:
        cards += _card(lettered, stations)
    return [*cards, "</ul>"]


def _card(lettered: Lettered, stations: dict[tuple[str, int], str]) -> list[str]:
    finding, letter = lettered.finding, lettered.letter
    style = "finding" if lettered.leak else "finding chance"
    rule = f"{entities(finding.level)}[{entities(finding.rule)}]"
    lines = [
        f'<li class="{style}" data-letter="{letter}">',
        f'<button type="button" aria-pressed="false"><span class="letter">{letter}</span>{_said(finding.message)}</button>',
        f"<p>{rule} {_link(stations.get((letter, 0)), finding.path, finding.location)}</p>",
    ]
    if finding.steps:
        lines.append("<ol>")
        for number, step in enumerate(finding.steps, 1):
            link = _link(stations.get((letter, number)), step.path, step.location)
            lines.append(f"<li>{_said(step.message)} {link}</li>")
        lines.append("</ol>")
    return [*lines, "</li>"]


def _link(station: str | None, path: str, span: Span) -> str:
    """The place in words, as a link to its box if there is one."""
    where = entities(place(path, span.cell, span.line))
    return f'<a class="spot" href="#{station}">{where}</a>' if station else f'<span class="spot">{where}</span>'


def _said(message: str) -> str:
    """A message with what stands in back quotes as code."""
    parts = [entities(part) for part in message.split("`")]
    if len(parts) % 2 == 0:
        return entities(message)
    return "".join(f"<code>{part}</code>" if number % 2 else part for number, part in enumerate(parts))
