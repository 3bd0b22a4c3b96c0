#!/usr/bin/env python3
"""Reads the clean files of a published site's datasets back with other people's readers, and
compares them field by field: each release's CSV by Python's csv with the rows of records.json, and
these with records.ndjson, schema.json and what the page's JSON says of rows and bytes.

    datasets.py SITE
"""
import csv
import datetime
import json
import pathlib
import sys
from decimal import Decimal

FORMULA = ("=", "+", "-", "@", "\t", "\r")


def expected_text(value, field):
    """What the CSV holds for a value of the JSON."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if not isinstance(value, str):
        return str(value)
    plain = value.lstrip("+-").replace(",", "").replace(".", "").isdigit()
    runs = field["type"] == "string" and value.startswith(FORMULA) and not plain
    return "'" + value if runs else value


def is_of_type(value, field):
    kind = field["type"]
    if value is None:
        return not field.get("constraints", {}).get("required", False)
    if kind == "date":
        return datetime.date.fromisoformat(value).isoformat() == value
    if kind in ("integer", "year"):
        return isinstance(value, int) and not isinstance(value, bool)
    if kind == "number":
        return isinstance(value, (int, Decimal))
    return isinstance(value, bool if kind == "boolean" else str)


def check_release(folder, release, rows, fields):
    path = folder / f"{release['id']}.csv"
    raw = path.read_bytes()
    text = raw.decode("utf-8")
    faults = []
    if len(raw) != release["bytes"]:
        faults.append(f"{path}: {len(raw)} bytes, and {release['bytes']} are promised")
    if text.count("\n") != text.count("\r\n"):
        faults.append(f"{path}: a line that does not end in CRLF")
    read = list(csv.reader(text.splitlines(keepends=True), strict=True))
    if read[0] != [field["name"] for field in fields]:
        faults.append(f"{path}: its head is not that of schema.json")
    if len(read) - 1 != len(rows) or len(rows) != release["rows"]:
        return faults + [f"{path}: {len(read) - 1} rows, {len(rows)} in JSON, {release['rows']} promised"]
    for number, (cells, row) in enumerate(zip(read[1:], rows), 2):
        expected = [expected_text(row[field["name"]], field) for field in fields]
        if cells != expected:
            faults.append(f"{path}:{number}: {cells} in CSV, {expected} in JSON")
        faults += [f"{path}:{number}: {field['name']} is {row[field['name']]!r}" for field in fields
                   if not is_of_type(row[field["name"]], field)]
    if "sum" in release:
        name = next(f["name"] for f in fields if f["type"] in ("number", "integer")
                    and sum(Decimal(r[f["name"]] or 0) for r in rows) == release["sum"])
        assert name
    return faults


def check_dataset(path):
    folder = path.parent
    load = lambda text: json.loads(text, parse_float=Decimal)
    data = load(path.read_text(encoding="utf-8"))
    fields = load((folder / "schema.json").read_text(encoding="utf-8"))["fields"]
    own = load((folder / "index.json").read_text(encoding="utf-8"))
    faults = []
    if own["derived"]["files"]["releases"] != data["releases"]:
        faults.append(f"{folder}: index.json and records.json differ in the releases")
    with open(folder / "records.ndjson", encoding="utf-8") as file:
        if [load(line) for line in file] != data["rows"]:
            faults.append(f"{folder}: records.ndjson has not the rows of records.json")
    for release in data["releases"]:
        rows = [row for row in data["rows"] if row["release"] == release["id"]]
        faults += check_release(folder, release, rows, fields)
        if not (folder / "given" / release["given_url"].rsplit("/", 1)[1]).is_file():
            faults.append(f"{folder}: {release['id']} has no file as given")
    return faults, len(data["rows"])


def main():
    faults, datasets, total = [], 0, 0
    for path in sorted(pathlib.Path(sys.argv[1]).glob("data/*/records.json")):
        found, count = check_dataset(path)
        faults += found
        datasets += 1
        total += count
    for fault in faults[:40]:
        print(fault[:400])
    print(f"{datasets} datasets, {total} rows read back, {len(faults)} differences")
    sys.exit(1 if faults or total == 0 else 0)


main()
