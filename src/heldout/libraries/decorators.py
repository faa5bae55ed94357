"""What decorators of the standard library and of command lines make of a function; all others leave it as it is.

``static``, ``class``, ``property``, ``kept`` (a property that is computed once): how a method is found on an object;
``traced``: it becomes a graph of TensorFlow; ``manages``: its call is entered by ``with``; ``configured``: its arguments come from a command line or configuration.
"""

MEANINGS = {
    "builtins.staticmethod": "static",
    "abc.abstractstaticmethod": "static",
    "builtins.classmethod": "class",
    "abc.abstractclassmethod": "class",
    "builtins.property": "property",
    "abc.abstractproperty": "property",
    "functools.cached_property": "kept",
    "cached_property.cached_property": "kept",
    "werkzeug.utils.cached_property": "kept",
    "django.utils.functional.cached_property": "kept",
    **dict.fromkeys(("tensorflow.function", "tensorflow.compat.v2.function"), "traced"),
    "contextlib.contextmanager": "manages",
    "contextlib.asynccontextmanager": "manages",
    **dict.fromkeys(
        """hydra.main click.command click.group click.option click.argument plac.annotations plac.opt plac.pos plac.flg
        fire.decorators.SetParseFns typer.command gin.configurable pyrallis.wrap hydra_zen.store draccus.wrap
        jsonargparse.CLI tyro.cli""".split(),
        "configured",
    ),
}

#: The same for methods of objects of which nothing is known: ``@app.command()``.
METHODS = {"command": "configured", "callback": "configured"}
