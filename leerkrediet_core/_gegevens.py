"""Reading the data files that come with the package."""

from __future__ import annotations

from importlib import resources
from typing import Any
from typing import cast

import yaml


class _Lezer(yaml.SafeLoader):
    """Safe YAML in which a key that stands twice is an error and ``12-01`` stays text."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        sleutels = [self.construct_object(sleutel, deep=True) for sleutel, _ in node.value]
        dubbel = {sleutel for sleutel in sleutels if sleutels.count(sleutel) > 1}
        if dubbel:
            raise yaml.YAMLError(f"staat er twee keer: {', '.join(map(str, dubbel))}")
        return super().construct_mapping(node, deep)


def lees_yaml(naam: str) -> dict[str, Any]:
    """The data file ``naam`` of this package as a mapping."""
    tekst = resources.files("leerkrediet_core").joinpath("gegevens").joinpath(naam).read_text(encoding="utf-8")
    return cast("dict[str, Any]", yaml.load(tekst, Loader=_Lezer))  # noqa: S506 - _Lezer is a SafeLoader
