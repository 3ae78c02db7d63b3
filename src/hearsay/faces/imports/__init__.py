"""Takes over what people corrected in annotation tools.
A file of Label Studio or doccano in, judgements in the ledger out, all of them or none."""

from hearsay.faces.imports.comparison import Corrections, compare
from hearsay.faces.imports.files import Returned, read
from hearsay.faces.imports.regions import ImportFileError, Region
from hearsay.faces.imports.taking import Taken, take_over

__all__ = ["Corrections", "ImportFileError", "Region", "Returned", "Taken", "compare", "read", "take_over"]
