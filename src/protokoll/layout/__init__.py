"""From lines to blocks: what belongs together, what is a heading, a number, a table, a sentence."""
