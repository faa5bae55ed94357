"""Functions that TensorFlow makes graphs of: what in them happens once, while the graph is made, and not at each call."""

import ast
from collections.abc import Iterator, Sequence

from heldout.events.graphs import Oddity, Traced
from heldout.reading.call import Call
from heldout.reading.reader import Reader
from heldout.reading.scopes import Scope
from heldout.reading.values import Function, Library, Listing, Mapping, Method, Thing, Value

TRAIT = "traced"
_CHANGES = frozenset({"append", "extend", "insert", "add", "update", "pop", "remove", "clear", "setdefault"})
_LAYERS = frozenset({"Dense", "Embedding", "LSTM", "GRU", "Conv1D", "Conv2D", "Conv3D", "BatchNormalization"})
#: A text that is printed to see when the graph is made.
_ON_PURPOSE = "trac"


def traced(call: Call) -> Value:
    """``tf.function(step)``: the same function, which becomes a graph."""
    given = call.first
    function = given.function if isinstance(given, Method) else given
    if not isinstance(function, Function):
        return Thing(call.name, call.entry, call.named())
    function.traits |= {TRAIT}
    return given or function


def tell(reader: Reader, statements: Sequence[ast.stmt]) -> None:
    """Tell of every function of the program that becomes a graph what in it is not repeated."""
    functions = {
        id(one.node): one for one in reader.functions if TRAIT in one.traits and not isinstance(one.node, ast.Lambda)
    }
    if not functions:
        return
    around = _surroundings(statements)
    uses: dict[int, _Uses] = {}
    for function in functions.values():
        look = _Look(reader, function)
        look.body(function)
        block = around.get(id(function.node), statements)
        if id(block) not in uses:
            uses[id(block)] = _Uses(_in_line(block))
        look.found += _states(reader, function, look, uses[id(block)])
        reader.emit(Traced(function.name, tuple(look.found)), function.node)


def _surroundings(statements: Sequence[ast.stmt]) -> dict[int, Sequence[ast.stmt]]:
    """For the node of each function inside another one, the body of that one."""
    found: dict[int, Sequence[ast.stmt]] = {}
    waiting: list[tuple[Sequence[ast.stmt], Sequence[ast.stmt]]] = [(statements, statements)]
    while waiting:
        block, around = waiting.pop()
        for statement in block:
            if isinstance(statement, ast.FunctionDef | ast.AsyncFunctionDef):
                found[id(statement)] = around
                waiting.append((statement.body, statement.body))
            elif isinstance(statement, ast.ClassDef):
                waiting.append((statement.body, around))
            else:
                waiting += [(inner, around) for inner in _blocks_of(statement)]
    return found


def _blocks_of(statement: ast.stmt) -> list[Sequence[ast.stmt]]:
    return [block for name in ("body", "orelse", "finalbody") if (block := getattr(statement, name, None))]


def _in_line(statements: Sequence[ast.stmt]) -> list[ast.stmt]:
    """The statements of a block, with those under conditions in their place."""
    found: list[ast.stmt] = []
    for statement in statements:
        if isinstance(statement, ast.If | ast.With | ast.Try):
            for block in _blocks_of(statement):
                found += _in_line(block)
        else:
            found.append(statement)
    return found


class _Look(ast.NodeVisitor):
    """What stands in the body of one function, outside of functions inside it."""

    def __init__(self, reader: Reader, function: Function) -> None:
        self.reader = reader
        self.function = function
        self.found: list[Oddity] = []
        self.declared: set[str] = set()
        self.conditions = 0
        self.own = {node.arg for node in ast.walk(function.node.args) if isinstance(node, ast.arg)}

    def body(self, function: Function) -> None:
        for node in _within(function.node):
            if isinstance(node, ast.Global | ast.Nonlocal):
                self.declared.update(node.names)
        self.own |= {
            node.id for node in _within(function.node) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)
        } - self.declared
        if not isinstance(function.node, ast.Lambda):
            for statement in function.node.body:
                self.visit(statement)

    def free(self, node: ast.AST) -> str:
        """The name that stands here, if it is not one of the function's own; else empty."""
        return node.id if isinstance(node, ast.Name) and node.id not in self.own else ""

    def meaning(self, name: str) -> Value | None:
        """What a name from outside the function stands for."""
        scope: Scope | None = self.function.scope
        while scope is not None:
            if name in scope.names:
                return scope.names[name]
            scope = scope.enclosing
        return None

    def visit_FunctionDef(self, node: ast.FunctionDef) -> None:
        """What a function inside does happens when it is called."""

    def visit_Lambda(self, node: ast.Lambda) -> None:
        """As of functions inside."""

    def visit_If(self, node: ast.If) -> None:
        self._conditional(node)

    def visit_Try(self, node: ast.Try) -> None:
        self._conditional(node)

    def visit_IfExp(self, node: ast.IfExp) -> None:
        self._conditional(node)

    def _conditional(self, node: ast.AST) -> None:
        self.conditions += 1
        self.generic_visit(node)
        self.conditions -= 1

    def visit_With(self, node: ast.With) -> None:
        if not any("init_scope" in ast.unparse(item.context_expr) for item in node.items):
            self.generic_visit(node)

    def visit_AugAssign(self, node: ast.AugAssign) -> None:
        owner = node.target.value if isinstance(node.target, ast.Attribute) else None
        first = self.function.node.args.args[:1] if self.function.owner is not None else []
        counted = isinstance(node.value, ast.Constant) and isinstance(owner, ast.Name)
        if counted and [argument.arg for argument in first] == [owner.id]:  # type: ignore[union-attr]
            self._note("effect", ast.unparse(node.target), node)
        self._changed(node.target)
        self.generic_visit(node)

    def visit_Assign(self, node: ast.Assign) -> None:
        for target in node.targets:
            self._changed(target)
        self.generic_visit(node)

    def _changed(self, target: ast.expr) -> None:
        if isinstance(target, ast.Name) and target.id in self.declared:
            self._note("effect", target.id, target)
        elif isinstance(target, ast.Subscript) and self._is_python(target.value):
            self._note("effect", ast.unparse(target.value), target)

    def _is_python(self, node: ast.AST) -> bool:
        """Whether a list or mapping of Python stands here that is not the function's own."""
        name = self.free(node)
        return bool(name) and isinstance(self.meaning(name), Listing | Mapping)

    def visit_Call(self, node: ast.Call) -> None:
        called = node.func
        name = self.free(called)
        if name == "print" and self.meaning(name) is None and _ON_PURPOSE not in ast.unparse(node).lower():
            self._note("print", "print", node)
        elif isinstance(called, ast.Attribute) and called.attr in _CHANGES and self._is_python(called.value):
            self._note("effect", ast.unparse(called.value), node)
        elif not self.conditions and self._makes_variables(called):
            self._note("variable", ast.unparse(called), node)
        self._recursive(node)
        self.generic_visit(node)

    def _makes_variables(self, node: ast.expr) -> bool:
        parts = ast.unparse(node).split(".") if isinstance(node, ast.Name | ast.Attribute) else []
        meaning = self.meaning(parts[0]) if parts and parts[0] not in self.own else None
        if not isinstance(meaning, Library):
            return False
        qualified = ".".join((meaning.qualified, *parts[1:]))
        root, short = qualified.partition(".")[0], qualified.rpartition(".")[2]
        return qualified == "tensorflow.Variable" or root in ("tensorflow", "keras") and short in _LAYERS

    def _recursive(self, node: ast.Call) -> None:
        called = node.func
        own = self.function
        name = self.free(called)
        if name:
            other = self.meaning(name)
            if not isinstance(other, Function):
                return
            if other.node is own.node:
                self._note("recursion", own.name, node)
                return
            calls = (inner for inner in _within(other.node) if isinstance(inner, ast.Call))
            again = next((one for one in calls if isinstance(one.func, ast.Name) and one.func.id == own.name), None)
            if own.owner is None and again is not None:
                self._note("recursion", own.name, node, again)
        elif own.owner is not None and isinstance(called, ast.Attribute) and called.attr == own.name:
            first = own.node.args.args[:1]
            if isinstance(called.value, ast.Name) and [argument.arg for argument in first] == [called.value.id]:
                self._note("recursion", own.name, node)

    def _note(self, kind: str, what: str, node: ast.AST, other: ast.AST | None = None) -> None:
        place = self.reader.place(other) if other is not None else None
        self.found.append(Oddity(kind, what, self.reader.place(node), place))


def _within(node: ast.AST) -> Iterator[ast.AST]:
    """The parts of a function, without those of functions inside it."""
    for child in ast.iter_child_nodes(node):
        yield child
        if not isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda | ast.ClassDef):
            yield from _within(child)


class _Uses:
    """Where a block binds names to plain numbers and texts, and where it calls functions, by its top statements."""

    def __init__(self, statements: Sequence[ast.stmt]) -> None:
        self.bound: dict[str, list[tuple[int, ast.AST]]] = {}
        self.other: set[str] = set()
        self.called: dict[str, list[int]] = {}
        self.loops = {
            number for number, one in enumerate(statements) if isinstance(one, ast.For | ast.While | ast.AsyncFor)
        }
        self.defined: dict[str, list[int]] = {}
        for number, statement in enumerate(statements):
            if isinstance(statement, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
                self.defined.setdefault(statement.name, []).append(number)
                continue
            for node in (statement, *_within(statement)):
                self._look(number, node)

    def _look(self, number: int, node: ast.AST) -> None:
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            self.called.setdefault(node.func.id, []).append(number)
        targets: list[ast.expr] = []
        plain = True
        if isinstance(node, ast.Assign):
            targets, plain = node.targets, isinstance(node.value, ast.Constant)
        elif isinstance(node, ast.AugAssign):
            targets, plain = [node.target], isinstance(node.value, ast.Constant)
        elif isinstance(node, ast.For):
            counted = isinstance(node.iter, ast.Call) and isinstance(node.iter.func, ast.Name)
            targets, plain = [node.target], counted and node.iter.func.id == "range"  # type: ignore[attr-defined]
        for target in targets:
            for part in ast.walk(target):
                if isinstance(part, ast.Name) and isinstance(part.ctx, ast.Store):
                    self.bound.setdefault(part.id, []).append((number, part))
                    if not plain or part is not target:
                        self.other.add(part.id)

    def change(self, function: str, name: str) -> ast.AST | None:
        """Where a plain name is bound anew between two calls of a function, None if it is not.

        Of a function that is defined more than once, it is not known which one is called.
        """
        calls = self.called.get(function, [])
        if name in self.other or len(self.defined.get(function, [])) != 1:
            return None
        for number, node in self.bound.get(name, []):
            if number in self.loops and number in calls:
                return node
            if any(call < number for call in calls) and any(call > number for call in calls):
                return node
        return None


def _states(reader: Reader, function: Function, look: _Look, uses: _Uses) -> list[Oddity]:
    """The names that a function reads and that change between its calls, each at its first place."""
    found: dict[str, Oddity] = {}
    for node in _within(function.node):
        if not isinstance(node, ast.Name) or not isinstance(node.ctx, ast.Load) or node.id in found:
            continue
        changed = uses.change(function.name, node.id) if look.free(node) and function.owner is None else None
        if changed is not None:
            found[node.id] = Oddity("state", node.id, reader.place(node), reader.place(changed))
    return list(found.values())
