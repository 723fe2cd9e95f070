"""DuckDB reads the parts of a sweep: the queries of the documentation run, and its table is the CSV's, row by row."""

import csv
import os
import sys

import duckdb

queries, folder, expected = (os.path.abspath(path) for path in sys.argv[1:])
os.chdir(folder)
base = duckdb.connect()
with open(queries, encoding="utf-8") as file:
    for statement in duckdb.extract_statements(file.read()):
        answer = base.execute(statement).fetchall()
        print("DuckDB:", answer if answer else "done")

columns = [column[0] for column in base.execute("SELECT * FROM sweep LIMIT 0").description]
rows = base.execute("SELECT * FROM sweep ORDER BY seed").fetchall()
with open(expected, newline="", encoding="utf-8") as file:
    table = list(csv.reader(file))
assert table[0] == columns, (table[0], columns)
assert len(rows) == len(table) - 1, (len(rows), len(table) - 1)
for ours, theirs in zip(table[1:], rows):
    for name, text, value in zip(columns, ours, theirs):
        if isinstance(value, bool):
            same = text == str(value).lower()
        elif isinstance(value, (int, float)):
            same = float(text) == value
        else:
            same = text == value
        assert same, (ours[0], name, text, value)
print(f"DuckDB {duckdb.__version__}: {len(rows)} rows of {len(columns)} columns are those of the CSV")
