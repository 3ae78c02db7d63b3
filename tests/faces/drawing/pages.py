"""Reads HTML as strictly as it is written: every element closed in its order, and nothing that would run or be loaded."""

from html.parser import HTMLParser

_VOID = {"meta", "br", "hr", "link", "img", "input", "col"}
_NEVER = {"script", "iframe", "object", "embed", "form", "base", "img", "link", "audio", "video", "foreignobject", "animate", "set", "use", "image"}


class Page(HTMLParser):
    """``seen``: elements with their attributes; ``words``: all text but the numbers of claims; ``targets``: where the links lead."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: list[tuple[str, dict[str, str | None]]] = []
        self.words = ""
        self.feed(text)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag not in _NEVER
        assert not [name for name, _ in attrs if name.startswith("on") or name in ("src", "srcset", "style", "xlink:href")]
        assert len({name for name, _ in attrs}) == len(attrs)
        self.seen.append((tag, dict(attrs)))
        if tag not in _VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if not (self.open and self.open[-1] == "a" and self.seen[-1][1].get("class") == "number"):
            self.words += data

    @property
    def ids(self) -> list[str]:
        return [name for _, attributes in self.seen if (name := attributes.get("id"))]

    @property
    def targets(self) -> list[str]:
        return [address for tag, attributes in self.seen if tag == "a" and (address := attributes.get("href"))]
