"""Rewritings of a program that change how it looks and not what it does, so that no verdict may change with them.

A variation is a new tree in which every statement remembers which statement of the original it was; printed and parsed
again, the statements line up, and what is flagged in one program can be compared with what is flagged in the other.
"""

import ast
import sys
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from heldout.project.statements import blocks, surroundings

ORIGIN = "heldout_origin"


class Variation(NamedTuple):
    """A rewritten program; `origins` holds for each statement, in reading order, the number of the original one."""

    code: str
    origins: tuple[int | None, ...]


Rewriting = Callable[[ast.Module], ast.Module | None]


def vary(code: str, rewriting: Rewriting) -> Variation | None:
    """`code` rewritten, or None where the rewriting would change what the program does."""
    tree = ast.parse(code)
    for number, statement in enumerate(in_reading_order(tree.body)):
        setattr(statement, ORIGIN, number)
    rewritten = rewriting(tree)
    if rewritten is None:
        return None
    ast.fix_missing_locations(rewritten)
    origins = tuple(getattr(statement, ORIGIN, None) for statement in in_reading_order(rewritten.body))
    return Variation(ast.unparse(rewritten) + "\n", origins)


def in_reading_order(statements: Sequence[ast.stmt]) -> Iterator[ast.stmt]:
    """Every statement, each before those inside it."""
    for statement in statements:
        yield statement
        yield from in_reading_order(blocks(statement))


def statement_number(statements: Sequence[ast.stmt], line: int, column: int) -> int:
    """The number in reading order of the innermost statement at a place; -1 between statements."""
    around = surroundings(statements, line, column)
    if around is None:
        return -1
    return next(number for number, each in enumerate(in_reading_order(statements)) if each is around.statement)


def reformatted(tree: ast.Module) -> ast.Module:
    """Printed anew by the standard library."""
    return tree


def interleaved(tree: ast.Module) -> ast.Module:
    """An unrelated statement after every statement of the top level that is no import from the future or docstring."""
    body: list[ast.stmt] = []
    for position, statement in enumerate(tree.body):
        body.append(statement)
        future = isinstance(statement, ast.ImportFrom) and statement.module == "__future__"
        if not future and not (position == 0 and _is_docstring(statement)):
            body += ast.parse(f"unrelated_{position} = 'unrelated'.upper()").body
    return ast.Module(body, [])


def in_function(tree: ast.Module) -> ast.Module | None:
    """Everything inside a function that is called."""
    if _bound_to_top_level(tree) or not tree.body:
        return None
    function = ast.parse("def main():\n    pass\nmain()")
    definition = function.body[0]
    assert isinstance(definition, ast.FunctionDef)
    definition.body = tree.body
    return function


def guarded(tree: ast.Module) -> ast.Module | None:
    """Everything that runs only when the file is the program; imports and definitions stay outside."""
    outside = [each for each in tree.body if isinstance(each, DEFINITIONS)]
    inside = [each for each in tree.body if not isinstance(each, DEFINITIONS)]
    if not inside or any(isinstance(each, ast.ClassDef) and each.decorator_list for each in outside):
        return None
    if _defines_after_use(tree):
        return None
    guard = ast.parse('if __name__ == "__main__":\n    pass').body[0]
    assert isinstance(guard, ast.If)
    guard.body = inside
    return ast.Module([*outside, guard], [])


def modules_imported(tree: ast.Module) -> ast.Module | None:
    """``from a import b`` becomes ``import a as alias`` and ``b`` becomes ``alias.b``; other imports get an alias."""
    return _realias(tree, _as_modules)


def names_aliased(tree: ast.Module) -> ast.Module | None:
    """``from a import b`` becomes ``from a import b as alias``, and ``import a as b`` gets another alias."""
    return _realias(tree, _as_aliases)


def locals_renamed(tree: ast.Module) -> ast.Module:
    """Every variable gets another name, where its name is not bound in a way that text depends on."""
    kept = _names_to_keep(tree)
    stored = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and node.id in stored - kept:
            node.id = f"{node.id}_renamed"
    return tree


def libraries_unknown(tree: ast.Module) -> ast.Module:
    """Every library outside the standard one gets a name that nobody has heard of; the code's own names stay."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for name in node.names:
                if name.name.partition(".")[0] not in sys.stdlib_module_names:
                    name.asname = name.asname or name.name.partition(".")[0]
                    name.name = "unheard_of"
        elif isinstance(node, ast.ImportFrom) and (node.module or "").partition(".")[0] not in sys.stdlib_module_names:
            node.module = "unheard_of"
    return tree


DEFINITIONS = (ast.Import, ast.ImportFrom, ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)


def _is_docstring(statement: ast.stmt) -> bool:
    return isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant)


def _bound_to_top_level(tree: ast.Module) -> bool:
    """Whether something in the program means another thing inside a function."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Global):
            return True
        if isinstance(node, ast.ImportFrom) and (node.module == "__future__" or node.names[0].name == "*"):
            return True
        if isinstance(node, ast.Name) and node.id == "__name__":
            return True
    return False


def _defines_after_use(tree: ast.Module) -> bool:
    """Whether a definition needs, when it is made, what the statements before it made."""
    made: set[str] = set()
    for statement in tree.body:
        names = [node for node in ast.walk(statement) if isinstance(node, ast.Name)]
        if isinstance(statement, DEFINITIONS):
            now = [statement] if isinstance(statement, ast.ClassDef) else _evaluated_now(statement)
            if any(isinstance(n, ast.Name) and n.id in made for part in now for n in ast.walk(part)):
                return True
        else:
            made.update(node.id for node in names if isinstance(node.ctx, ast.Store))
    return False


def _evaluated_now(statement: ast.stmt) -> list[ast.expr]:
    if not isinstance(statement, (ast.FunctionDef, ast.AsyncFunctionDef)):
        return []
    defaults = [default for default in statement.args.kw_defaults if default is not None]
    return [*statement.decorator_list, *statement.args.defaults, *defaults]


def _names_to_keep(tree: ast.Module) -> set[str]:
    """Names that are also bound by something else than an assignment, or mean something to Python."""
    kept = {"__name__", "_"}
    for node in ast.walk(tree):
        if isinstance(node, ast.arg):
            kept.add(node.arg)
        elif isinstance(node, (ast.Global, ast.Nonlocal)):
            kept.update(node.names)
        elif isinstance(node, (ast.Import, ast.ImportFrom)):
            kept.update((name.asname or name.name).partition(".")[0] for name in node.names)
        elif isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            kept.add(node.name)
        elif isinstance(node, ast.ClassDef):
            kept.add(node.name)
            kept.update(n.id for each in node.body for n in ast.walk(each) if isinstance(n, ast.Name))
        elif isinstance(node, (ast.MatchAs, ast.MatchStar, ast.ExceptHandler)) and node.name:
            kept.add(node.name)
    return kept


class _Replacing(ast.NodeTransformer):
    """Puts expressions in the place of names that are read."""

    def __init__(self, replacements: dict[str, str]) -> None:
        self._replacements = replacements

    def visit_Name(self, node: ast.Name) -> ast.expr:
        if node.id not in self._replacements or not isinstance(node.ctx, ast.Load):
            return node
        return ast.copy_location(ast.parse(self._replacements[node.id], mode="eval").body, node)


def _realias(tree: ast.Module, rewrite: "Callable[[ast.stmt, dict[str, str]], list[ast.stmt]]") -> ast.Module | None:
    bound_otherwise = {n.id for n in ast.walk(tree) if isinstance(n, ast.Name) and not isinstance(n.ctx, ast.Load)}
    bound_otherwise |= {node.arg for node in ast.walk(tree) if isinstance(node, ast.arg)}
    replacements: dict[str, str] = {}
    body: list[ast.stmt] = []
    for statement in tree.body:
        body += rewrite(statement, replacements)
    if not replacements or bound_otherwise & replacements.keys():
        return None
    rewritten = _Replacing(replacements).visit(ast.Module(body, []))
    assert isinstance(rewritten, ast.Module)
    return rewritten


def _as_modules(statement: ast.stmt, replacements: dict[str, str]) -> list[ast.stmt]:
    if not isinstance(statement, ast.ImportFrom) or not _plain(statement):
        return [statement]
    alias = "aliased_" + str(statement.module).replace(".", "_")
    for name in statement.names:
        replacements[name.asname or name.name] = f"{alias}.{name.name}"
    return [_like(statement, ast.Import([ast.alias(str(statement.module), alias)]))]


def _as_aliases(statement: ast.stmt, replacements: dict[str, str]) -> list[ast.stmt]:
    if not isinstance(statement, (ast.Import, ast.ImportFrom)) or not _plain(statement):
        return [statement]
    names = []
    for name in statement.names:
        if isinstance(statement, ast.Import) and name.asname is None:
            names.append(name)
            continue
        replacements[name.asname or name.name] = f"aliased_{name.name.replace('.', '_')}"
        names.append(ast.alias(name.name, replacements[name.asname or name.name]))
    if isinstance(statement, ast.Import):
        return [_like(statement, ast.Import(names))]
    return [_like(statement, ast.ImportFrom(statement.module, names, statement.level))]


def _plain(statement: ast.Import | ast.ImportFrom) -> bool:
    if isinstance(statement, ast.Import):
        return True
    return bool(statement.module) and statement.module != "__future__" and statement.names[0].name != "*"


def _like(original: ast.stmt, new: ast.stmt) -> ast.stmt:
    setattr(new, ORIGIN, getattr(original, ORIGIN))
    return ast.copy_location(new, original)
