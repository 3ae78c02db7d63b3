"""The killed and injured of the incident that a report tells of, as the Gun Violence Archive counts them.

    sight, told, tally    what a report says: its words, and the figures that the product finds
    head                  how likely each number is by one report alone: a log-linear head
    links                 which reports tell of one incident: trees over how alike they are
    choice                the number by all reports of the incident: trees over what each says
    answering             all of it over a batch of reports, and the score

``training/incidents.py`` trains the head and grows the trees on the archive's training part."""

from bench.incidents.answering import answers, score

__all__ = ["answers", "score"]
