"""The harness for authors of rules: the rule's page is its test, and a battery runs over every rule."""
