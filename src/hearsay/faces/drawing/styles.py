"""Style sheets for what is shown without a server: light or dark as the reader has it, and fit to be printed."""

from hearsay.faces.drawing.markup import Markup
from hearsay.faces.drawing.picture import INKS

# Marks take the colour of their ground, so that they do for light and dark; a line below tells them from the text without colour.
CLAIMS = Markup(
    ".hearsay table{border-collapse:collapse;margin:.5em 0}"
    ".hearsay td,.hearsay th{text-align:start;vertical-align:top;padding:.15em .8em .15em .3em;background:none}"
    ".hearsay th[scope=colgroup],.hearsay th[scope=rowgroup]{padding-top:.8em}"
    ".hearsay .report-text{max-width:46em;line-height:1.7;white-space:pre-wrap}"
    ".hearsay .report-text p{margin:0 0 .9em}"
    ".hearsay mark{color:inherit;background:none;border-bottom:2px solid;padding:0 1px}"
    ".hearsay a.number{font-size:.7em;vertical-align:super;font-weight:600;text-decoration:none;color:inherit;margin-inline-end:2px}"
    ".hearsay mark.claim:target,.hearsay mark.claim:has(:target){outline:2px solid}"
    + "".join(
        f".hearsay mark.voice-{ink}{{background:{colour}2e;border-color:{colour}}}.hearsay th.voice-{ink}{{border-inline-start:4px solid {colour}}}"
        for ink, colour in INKS.items()
        if ink.startswith("side-")
    )
)

# Drawings take the colour of the text around them.
DRAWN = Markup(
    ".hearsay .fill-ink{fill:currentColor}.hearsay .stroke-ink{stroke:currentColor}.hearsay .fill-faint{fill:currentColor;fill-opacity:.7}"
    ".hearsay .stroke-faint{stroke:currentColor;stroke-opacity:.7}.hearsay .wide{overflow-x:auto}"
)
PAGE = Markup(
    ":root{color-scheme:light dark;--ink:#1f2328;--faint:#5b636c;--ground:#ffffff;--line:#d0d5db;--warn:#a8281b}"
    "@media(prefers-color-scheme:dark){:root{--ink:#e4e7eb;--faint:#9aa4af;--ground:#14181d;--line:#39424c;--warn:#ff8a7a}}"
    "body{margin:0;background:var(--ground);color:var(--ink);font:16px/1.55 system-ui,'Noto Sans','Noto Sans Arabic','DejaVu Sans',sans-serif}"
    "main{max-width:64rem;margin:0 auto;padding:1.5rem 1.25rem 4rem}"
    "h1{font-size:1.7rem;line-height:1.2;margin:.2em 0}h2{font-size:1.25rem;margin:2.2rem 0 .6rem;border-bottom:1px solid var(--line)}"
    "h3{font-size:1rem;margin:1.2rem 0 .2rem}"
    "a{color:inherit;text-decoration-color:var(--faint);text-underline-offset:2px}a:hover{text-decoration-thickness:2px}"
    ".caution,.note,.gap,.silent,figcaption{color:var(--faint)}.note{font-size:.88rem}.silent{font-size:.8rem}"
    ".wide{overflow-x:auto;max-width:100%}svg.drawing{height:auto;max-width:100%}.wide svg.drawing{min-width:34rem}"
    "table{font-size:.92rem}.tallies,.matrix{border-collapse:collapse;width:100%}"
    ".tallies td,.tallies th,.matrix td,.matrix th{border-bottom:1px solid var(--line)}"
    ".matrix caption{text-align:start;color:var(--faint);font-size:.88rem}.matrix thead th{vertical-align:bottom}"
    ".matrix tbody th[scope=row]{font-weight:400;padding-inline-start:1.2em}.matrix tfoot{border-top:2px solid var(--line)}"
    ".tallies td:last-child{min-width:15rem}"
    ".number{white-space:nowrap;font-variant-numeric:tabular-nums}.said{display:block}.rests{margin-inline-end:.4em}"
    ".contested{color:var(--warn);font-size:.8rem;font-weight:600}"
    ".pair{display:grid;grid-template-columns:repeat(auto-fit,minmax(16rem,1fr));gap:1rem}figure{margin:0}"
    "blockquote{margin:.3rem 0;padding:.2rem .8rem;border-inline-start:3px solid var(--line)}"
    "dt{font-weight:600;margin-top:.8rem}dd{margin:.2rem 0 .2rem 1.2rem}"
    ".stroke-grid{stroke:var(--line)}.fill-contested{fill:var(--warn)}.stroke-contested{stroke:var(--warn)}"
    "@media print{:root{color-scheme:light;--ink:#000;--faint:#444;--ground:#fff;--line:#bbb;--warn:#a00}"
    "body{font-size:10.5pt}main{max-width:none;padding:0}.wide{overflow:visible}.wide svg.drawing{min-width:0}"
    ".matrix{font-size:9pt}.matrix td,.matrix th{overflow-wrap:anywhere}#timeline{break-before:page}svg.drawing{max-height:23cm}"
    "article,figure,tr,svg{break-inside:avoid}h2,h3{break-after:avoid}details>*{display:block}a{text-decoration:none}"
    "mark{print-color-adjust:exact;-webkit-print-color-adjust:exact}}"
)
