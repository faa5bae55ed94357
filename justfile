# What people and agents run here. `just` alone lists it.

default:
    @just --list

# Everything that CI runs, in a fresh environment
ci:
    .ci/run

# The tests; `just test -k preprocess` for some of them
test *arguments:
    python -m pytest {{arguments}}

# Lint, formatting, types, layers and generated files
lint:
    ruff check .
    ruff format --check .
    mypy
    lint-imports
    python scripts/build_index.py --check
    python scripts/build_coverage.py --check

# Mend what ruff can mend
format:
    ruff check --fix .
    ruff format .

# Write the files that are made from the rules
generate:
    python scripts/build_index.py
    python scripts/build_coverage.py

# Begin a rule: `just rule leakage preprocess-before-split`
rule section name:
    python scripts/new_rule.py {{section}} {{name}}

# Review our own examples (they leak, so the exit status is 1)
examples:
    -heldout check examples/

# What reading and starting cost on this machine
benchmark:
    python benchmarks/reading_cost.py
    python benchmarks/startup.py
