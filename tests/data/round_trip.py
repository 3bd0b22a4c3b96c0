#!/usr/bin/env python3
"""Reads the data of a published site back with other people's readers and compares the forms of
each collection: records.csv by Python's csv, records.ndjson and the numbered pages by its json.

    round_trip.py SITE
"""
import csv
import json
import pathlib
import sys


def cell(value):
    """What records.csv holds for a value of records.json, as the documentation says."""
    if isinstance(value, str):
        return value
    if isinstance(value, list) and not any(isinstance(item, (list, dict)) for item in value):
        return "; ".join(item if isinstance(item, str) else json.dumps(item) for item in value)
    return value  # compared as JSON


def flat(record):
    """A record of records.json under the names of the columns."""
    row = {name: value for name, value in record.items() if name not in ("derived", "collection")}
    row.update({"derived." + name: value for name, value in record["derived"].items()})
    return row


def compare_cell(where, name, value, text):
    expected = cell(value)
    if isinstance(expected, str):
        same = text == expected or text == "'" + expected
    else:
        same = text != "" and json.loads(text) == expected
    return [] if same else [f"{where}: {name} is {text!r} in CSV and {value!r} in JSON"]


def compare_csv(path, records):
    with open(path, newline="", encoding="utf-8") as file:
        raw = file.read()
    faults = []
    if raw.replace("\r\n", "").count("\r"):
        faults.append(f"{path}: a return without line feed")
    rows = list(csv.DictReader(raw.splitlines(keepends=True), strict=True))
    if len(rows) != len(records):
        return [f"{path}: {len(rows)} rows for {len(records)} records"]
    for row, record in zip(rows, records):
        where = f"{path}: {record['id']}"
        values = flat(record)
        for name, value in values.items():
            if name not in row:
                faults.append(f"{where}: no column {name}")
            else:
                faults += compare_cell(where, name, value, row[name])
        faults += [f"{where}: {name} is in CSV alone" for name, text in row.items()
                   if text and name not in values]
    return faults


def compare_columns(path, csv_path):
    with open(csv_path, newline="", encoding="utf-8") as file:
        header = next(csv.reader(file))
    with open(path, newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    faults = []
    if [row["column"] for row in rows] != header:
        faults.append(f"{path}: its columns are not those of records.csv")
    faults += [f"{path}: {row['column']} has no title" for row in rows if not row["title"]]
    return faults


def read_pages(folder, base):
    """The records of the numbered pages, followed by `next` as a client would."""
    records, page, seen = [], 1, 0
    while True:
        data = json.loads((folder / f"records/{page}.json").read_text(encoding="utf-8"))
        records += data["records"]
        seen += 1
        if data["page"] != page or (data["previous"] is None) != (page == 1):
            raise ValueError(f"{folder}: page {page} does not know its place")
        if data["next"] is None:
            return records, seen == data["pages"]
        page = int(data["next"].removeprefix(base + "records/").removesuffix(".json"))


def check_collection(path):
    data = json.loads(path.read_text(encoding="utf-8"))
    records, folder = data["records"], path.parent
    faults = []
    if data["count"] != len(records):
        faults.append(f"{path}: says {data['count']} records and has {len(records)}")
    with open(folder / "records.ndjson", encoding="utf-8") as file:
        if [json.loads(line) for line in file] != records:
            faults.append(f"{folder}/records.ndjson: not the records of records.json")
    paged, is_whole = read_pages(folder, data["url"])
    if paged != records or not is_whole:
        faults.append(f"{folder}/records/: not the records of records.json")
    for record in records:
        own = json.loads((folder / record["id"] / "index.json").read_text(encoding="utf-8"))
        own["derived"].pop("how", None)
        for name in ("links", "content_html"):
            own.pop(name, None)
        if own != record:
            faults.append(f"{folder}/{record['id']}/index.json: not the record of records.json")
    faults += compare_csv(folder / "records.csv", records)
    faults += compare_columns(folder / "columns.csv", folder / "records.csv")
    return faults, len(records)


def main():
    site = pathlib.Path(sys.argv[1])
    faults, collections, total = [], 0, 0
    for path in sorted(site.glob("*/records.json")):
        found, count = check_collection(path)
        faults += found
        collections += 1
        total += count
    for fault in faults[:40]:
        print(fault[:400])
    print(f"{collections} collections, {total} records read back, {len(faults)} differences")
    sys.exit(1 if faults or total == 0 else 0)


main()
