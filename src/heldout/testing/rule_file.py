"""Finds the rule in a file, one of the catalogue or one of somebody's own, and runs all checks over it."""

import importlib
import importlib.util
import os
import sys
from types import ModuleType

import heldout.rules
from heldout.project.usage import UsageError
from heldout.rule import Rule
from heldout.testing import battery, manual
from heldout.testing.page import Page, read_page

CHECKS = {**manual.CHECKS, **battery.CHECKS}
"""Everything that a rule is checked for."""

OWN_RULES = "heldout_own_rules"
"""The package that rules outside the catalogue are put into, so that their section and name can be read off."""


def load_rule(path: str) -> tuple[Rule, Page]:
    """The rule in the file `path`, and its page.  Raises `UsageError` if there is none."""
    module = _load_module(path)
    classes = [
        each
        for each in vars(module).values()
        if isinstance(each, type) and issubclass(each, Rule) and each.__module__ == module.__name__
    ]
    if len(classes) != 1:
        raise UsageError(f"{path} holds {len(classes)} classes derived from Rule; a rule file holds one")
    if not module.__doc__:
        raise UsageError(f"{path} has no docstring; the docstring is the rule's page")
    return classes[0](), read_page(module.__doc__)


def problems(rule: Rule, page: Page) -> list[tuple[str, str]]:
    """Every (check, problem) of the rule; none if all is well."""
    found = []
    for name, check in CHECKS.items():
        found += [(name, problem) for problem in check(rule, page)]
        if found and name == "snippets":
            break
    return found


def _load_module(path: str) -> ModuleType:
    folder, file = os.path.split(os.path.abspath(path))
    section, stem = os.path.basename(folder), os.path.splitext(file)[0]
    catalogue = os.path.dirname(os.path.abspath(heldout.rules.__file__))
    if os.path.dirname(folder) == catalogue:
        return importlib.import_module(f"heldout.rules.{section}.{stem}")
    name = f"{OWN_RULES}.{section.replace('.', '_')}.{stem}"
    spec = importlib.util.spec_from_file_location(name, path)
    if spec is None or spec.loader is None or not os.path.isfile(path):
        raise UsageError(f"{path} is no Python file")
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module
