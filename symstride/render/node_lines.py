"""The drawing of a network in words, for where no drawing fits."""

from __future__ import annotations

from collections.abc import Iterator

from symstride.drawing.diagram import Diagram
from symstride.network.words import shortened
from symstride.render.prose import Span


def node_lines(diagram: Diagram) -> Iterator[tuple[Span, ...]]:
    """The boxes of a drawing in words: number, names, what it is, the numbers of what it reads, and what it gives."""
    for segment in diagram.segments:
        for n in segment.boxes:
            box = diagram.boxes[n]
            read = f" [{', '.join(str(1 + each) for each in box.inputs)}]" if box.inputs else ""
            names = [part for name in box.nodes for part in (Span("code", shortened(name)), Span("text", ", "))][:-1]
            facts = [f"{box.kind}{read}", *filter(None, (box.behind, "mask" * box.masked, box.value, box.ways))]
            yield (Span("text", f"{n + 1}. "), *names, Span("text", f": {'; '.join(facts)}."))
        if segment.times > 1:
            many = f"{segment.times - 1} more {'part' if segment.times == 2 else 'parts'}"
            yield (Span("text", f"{many} of the network, behind one another, are like this one, under other names."),)
