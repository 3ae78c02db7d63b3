"""The queue of review in the terminal: the claims that wait on the left, the report and the record of one on the right, judged by single keys."""

from typing import ClassVar

from rich.text import Text
from textual import work
from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Footer, Header, Input, Label, OptionList, Static
from textual.widgets.option_list import Option

from hearsay import ledger
from hearsay.faces.cli.report_view import marked
from hearsay.faces.cli.review_view import judged, said
from hearsay.faces.cli.screens import clean
from hearsay.ledger import FIELDS, Ledger
from hearsay.records import Claim, Judgement, Problem

_DONE = {"accept": "✓", "amend": "✎", "reject": "✗"}


class Amendment(ModalScreen[str | None]):
    """Asks what a claim is to be: ``low=34 victims=Taliban``, changes with semicolons between."""

    CSS = "Amendment { align: center middle; } Amendment > * { width: 90%; }"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss(None)", "Leave it")]

    def compose(self) -> ComposeResult:
        """The question and the line to answer it in."""
        yield Label(f"field=value; field=value (fields: {', '.join(FIELDS)}; 2.low is the second figure's)")
        yield Input(placeholder="low=34; high=34; victims=Taliban")

    def on_input_submitted(self, submitted: Input.Submitted) -> None:
        """Enter hands the answer back."""
        self.dismiss(submitted.value)


class ReviewScreen(App[None]):
    """Works through the queue of a ledger on one person's behalf. Each key writes one judgement at once; ``u`` takes the last one back."""

    TITLE = "hearsay review"
    CSS = "#queue { width: 40%; } #text { padding: 1 2; } #record { padding: 1 2; }"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("a", "accept", "Accept"),
        Binding("e", "amend", "Amend"),
        Binding("r", "reject", "Reject"),
        Binding("m", "mark", "Mark"),
        Binding("s", "pair('same')", "Same event as marked"),
        Binding("d", "pair('different')", "Other event than marked"),
        Binding("u", "undo", "Undo"),
        Binding("j", "move(1)", "Next", show=False),
        Binding("k", "move(-1)", "Previous", show=False),
        Binding("q", "quit", "Quit"),
    ]

    def __init__(self, opened: Ledger, by: str) -> None:
        super().__init__()
        self._ledger, self._by = opened, by
        held = ledger.hold(opened)
        self._claims = ledger.queue(held)
        self._reports = {document.report_id: document for document in held.reports}
        self._made: list[tuple[int, Judgement]] = []  # row of the queue, judgement
        self._marked: Claim | None = None

    def compose(self) -> ComposeResult:
        """Queue, record and text."""
        yield Header()
        with Horizontal():
            yield OptionList(*(Option(self._row(claim)) for claim in self._claims), id="queue")
            with VerticalScroll():
                yield Static(id="record")
                yield Static(id="text")
        yield Footer()

    def on_mount(self) -> None:
        """Begin with the first claim, or say that there is none."""
        self.sub_title = f"{len(self._claims)} claims wait"
        if not self._claims:
            self.query_one("#record", Static).update("No claim waits for a judgement.")
        self.query_one(OptionList).focus()

    def on_option_list_option_highlighted(self, _: OptionList.OptionHighlighted) -> None:
        """Show the claim that the cursor is on."""
        self._show()

    def action_accept(self) -> None:
        """The claim is as its report has it."""
        if claim := self._claim():
            self._judge(ledger.accept(self._ledger, claim.claim_id, self._by), "accept")

    def action_reject(self) -> None:
        """The claim is not in its report."""
        if claim := self._claim():
            self._judge(ledger.reject(self._ledger, claim.claim_id, self._by), "reject")

    @work
    async def action_amend(self) -> None:
        """Ask what the claim is to be."""
        claim = self._claim()
        answer = await self.push_screen_wait(Amendment()) if claim else None
        if claim is None or not answer:
            return
        changes = {field: value for field, _, value in (one.partition("=") for one in answer.split(";"))}
        self._judge(ledger.amend(self._ledger, claim.claim_id, changes, self._by), "amend")

    def action_mark(self) -> None:
        """Remember the claim, to say of another that it tells of the same event or not."""
        self._marked = self._claim()
        if self._marked:
            self.notify(f"Marked: {said(self._marked)}", markup=False)

    def action_pair(self, verb: str) -> None:
        """Say whether the claim tells of the event that the marked one tells of."""
        claim = self._claim()
        if claim is None or self._marked is None:
            self.notify("Mark a claim with m first.", severity="warning")
            return
        judge = ledger.join if verb == "same" else ledger.part
        self._judge(judge(self._ledger, self._marked.claim_id, claim.claim_id, self._by), verb)

    def action_undo(self) -> None:
        """Take back the last judgement of this sitting."""
        if not self._made:
            self.notify("Nothing was judged in this sitting.", severity="warning")
            return
        row, last = self._made.pop()
        undone = ledger.undo(self._ledger, last.judgement_id, self._by)
        self.notify(str(undone) if isinstance(undone, Problem) else f"Taken back: {judged(undone)}", markup=False)
        self.query_one(OptionList).replace_option_prompt_at_index(row, self._row(self._claims[row]))

    def action_move(self, steps: int) -> None:
        """The next claim, or the one before."""
        queue = self.query_one(OptionList)
        if self._claims:
            queue.highlighted = max(0, min((queue.highlighted or 0) + steps, len(self._claims) - 1))

    def _claim(self) -> Claim | None:
        row = self.query_one(OptionList).highlighted
        return self._claims[row] if row is not None and self._claims else None

    def _judge(self, made: Judgement | Problem, verb: str) -> None:
        """Tell what was written, and go on to the next claim."""
        if isinstance(made, Problem):
            self.notify(str(made), severity="error", markup=False)
            return
        queue = self.query_one(OptionList)
        row = queue.highlighted or 0
        self._made.append((row, made))
        self.notify(judged(made), markup=False)
        if verb in _DONE:
            queue.replace_option_prompt_at_index(row, Text(f"{_DONE[verb]} ") + self._row(self._claims[row]))
            self.action_move(1)

    def _row(self, claim: Claim) -> Text:
        return Text(f"{claim.certainty:.2f} {said(claim)}", no_wrap=True, overflow="ellipsis")

    def _show(self) -> None:
        claim = self._claim()
        if claim is None:
            return
        document = self._reports[claim.report_id]
        chain = " < ".join(voice.name for voice in claim.chain)
        record = f"{said(claim)}\n{chain}; {claim.event.type}, {claim.event.realis}; certainty {claim.certainty:.2f}; rule {claim.rule}"
        self.query_one("#record", Static).update(Text(clean(record), "bold"))
        self.query_one("#text", Static).update(marked(document, [(1, claim)]))
