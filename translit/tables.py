"""The package's own tables, which are YAML beside the code that reads them; and the loader for those of a person.

libyaml reads YAML some ten times faster than Python does; the wheels of PyYAML bring it along. Both are safe loaders:
no tag makes an object.
"""

from __future__ import annotations

from importlib import resources
from typing import Any

from translit.letters import nfc


def own_table(package: str, name: str, *, texts: bool = False) -> Any:
    """What a file of a package of ours holds, in NFC; with `texts` every value is a text, and `no` is no False.

    package  as `__package__` says it; `name` may lead into a folder of it
    """
    import yaml

    text = nfc((resources.files(package) / name).read_text(encoding="utf-8"))
    return yaml.load(text, Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader) if texts else safe_loader())


def safe_loader() -> Any:
    """The fastest loader of PyYAML that makes nothing but plain values."""
    import yaml

    return getattr(yaml, "CSafeLoader", yaml.SafeLoader)
