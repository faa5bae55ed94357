import os
import subprocess
import sys
from pathlib import Path

import pytest

from heldout._version import VERSION
from heldout.cli.main import COMMANDS, main
from heldout.rules import ENTRIES

Capture = pytest.CaptureFixture[str]


def test_alone_it_helps(capsys: Capture) -> None:
    """Without a command the help is printed, with every command in it, and nothing is wrong."""
    assert main([]) == 0
    text = capsys.readouterr().out
    assert all(command in text for command in COMMANDS)
    assert main(["--help"]) == 0
    assert capsys.readouterr().out == text


@pytest.mark.parametrize("words", [["version"], ["--version"], ["-V"]])
def test_version(words: list[str], capsys: Capture) -> None:
    """The version is a constant."""
    assert main(words) == 0
    assert capsys.readouterr().out == f"heldout {VERSION}\n"


def test_unknown_command_is_refused_with_a_hint(capsys: Capture, tmp_path: Path) -> None:
    """A wrong command exits with 2, and names the likely one, or `check` when a file was named."""
    assert main(["chek"]) == 2
    assert "did you mean 'check'?" in capsys.readouterr().err
    assert main([str(tmp_path)]) == 2
    assert f"heldout check {tmp_path}" in capsys.readouterr().err


@pytest.mark.parametrize("command", [command for command in COMMANDS if command != "version"])
def test_every_command_explains_itself(command: str, capsys: Capture) -> None:
    """Every command has a help that exits with 0, and refuses unknown options with 2."""
    assert main([command, "--help"]) == 0
    assert f"heldout {command}" in capsys.readouterr().out
    assert main([command, "--nonsense"]) == 2


def test_module_is_the_command() -> None:
    """`python -m heldout` is the same as `heldout`."""
    outcome = subprocess.run([sys.executable, "-m", "heldout", "version"], capture_output=True, text=True, check=True)
    assert outcome.stdout == f"heldout {VERSION}\n"


def test_closed_pipe_is_quiet() -> None:
    """When the reader goes away, nothing is complained about."""
    read, write = os.pipe()
    os.close(read)
    outcome = subprocess.run(
        [sys.executable, "-m", "heldout", "rule", "--all", "--output-format", "json"],
        stdout=write,
        stderr=subprocess.PIPE,
        check=False,
    )
    os.close(write)
    assert (outcome.returncode, outcome.stderr) == (0, b"")


def test_output_passes_through_any_encoding() -> None:
    """A stream that cannot encode a character gets it written out."""
    environment = {**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    outcome = subprocess.run(
        [sys.executable, "-c", "from heldout.cli.printing import write; write(['漢'])"],
        capture_output=True,
        env=environment,
        check=True,
    )
    assert outcome.stdout.strip() == b"\\u6f22"


def test_rule_page(capsys: Capture) -> None:
    """Every rule can be explained by name and by code, without raw marks."""
    for entry in ENTRIES:
        assert main(["rule", entry.name]) == 0
        by_name = capsys.readouterr().out
        assert main(["rule", entry.code.lower()]) == 0
        assert capsys.readouterr().out == by_name
        assert entry.summary in by_name
        assert "# finding" not in by_name
        assert "```" not in by_name


def test_rule_list(capsys: Capture) -> None:
    """All rules are listed with code, level, name and summary."""
    assert main(["rule", "--all"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[:3] for line in lines] == [[each.code, each.level, each.name] for each in ENTRIES]


def test_rule_refuses_what_is_none(capsys: Capture) -> None:
    """An unknown rule, no rule, and a rule together with --all are wrong use."""
    assert main(["rule", "preprocess-before-splitt"]) == 2
    assert main(["rule"]) == 2
    assert main(["rule", "--all", "HLD101"]) == 2
    assert capsys.readouterr().out == ""
