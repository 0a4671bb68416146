"""Writes tables into a folder (argv[1]) in the forms that programs and people write them, and prints as JSON what pandas reads in each,
with the options that the form needs given by hand. Values are compared with those that the app reads without any option."""

import gzip
import json
import os
import sys
import warnings
import zipfile

import numpy as np
import pandas as pd
from scipy.io import arff

warnings.simplefilter("ignore")
folder = sys.argv[1]
answers = []

CITIES = ["Paris", "Lyon", "Nice", "Lille", "Brest"]
LABELS = ["a", "b", "c"]


def lines(count, line):
    return "".join(f"{line(i)}\n" for i in range(count))


def column(name, series):
    if pd.api.types.is_bool_dtype(series):
        return {"name": str(name), "kind": "truth", "cells": [str(value).lower() for value in series]}
    if pd.api.types.is_datetime64_any_dtype(series):
        days = (pd.to_datetime(series, utc=True) - pd.Timestamp(0, tz="UTC")) / pd.Timedelta(days=1)
        return {"name": str(name), "kind": "number", "cells": [None if pd.isna(day) else float(day) for day in days]}
    if pd.api.types.is_numeric_dtype(series):
        return {"name": str(name), "kind": "number", "cells": [None if pd.isna(value) else float(value) for value in series]}
    return {"name": str(name), "kind": "text", "cells": [None if pd.isna(value) else str(value) for value in series]}


def table(name, write, read):
    path = os.path.join(folder, name)
    if callable(write):
        write(path)
    else:
        with open(path, "wb") as file:
            file.write(write if isinstance(write, bytes) else write.encode("utf-8"))
    answers.append({"file": name, "columns": [column(*pair) for pair in read(path).items()]})


def csv(name, text, encoding="utf-8", **options):
    exact = {} if "engine" in options else {"float_precision": "round_trip"}
    table(name, text.encode(encoding), lambda path: pd.read_csv(path, encoding=encoding, **exact, **options))


def without(*marks):
    def number(text):
        for mark in marks:
            text = text.replace(mark, "")
        return float(text.strip()) if text.strip() else np.nan

    return number


# Decimal marks, groups, signs and units.
csv("decimal-commas.csv", "x;y;label\n" + lines(40, lambda i: f"{i},5;{i * 3 % 7},25;{LABELS[i % 3]}"), sep=";", decimal=",")
csv("comma-in-one-column.csv", 'x,y,label\n' + lines(40, lambda i: f'"{i},25",{i}.5,{LABELS[i % 3]}'), converters={"x": lambda t: float(t.replace(",", "."))})
csv("thousands.csv", "x,price,label\n" + lines(40, lambda i: f'{i},"{1000 + 37 * i:,}.50",{LABELS[i % 3]}'), thousands=",")
csv("german.csv", "x;preis;label\n" + lines(40, lambda i: f"{i};{1 + i}.234,{i:02d};{LABELS[i % 3]}"), sep=";", decimal=",", thousands=".")
csv("swiss.csv", "x,price\n" + lines(40, lambda i: f"{i},{1 + i}'299.{i:02d}"), converters={"price": without("'")})
csv("french.csv", "x;prix\n" + lines(40, lambda i: f"{i};{1 + i}\u202f299,{i:02d}"), sep=";", converters={"prix": lambda t: float(t.replace("\u202f", "").replace(",", "."))})
csv("indian.csv", "x,amount\n" + lines(40, lambda i: f'{i},"{1 + i % 9},23,4{i:02d}"'), converters={"amount": without(",")})
csv("dollars.csv", "x,price\n" + lines(40, lambda i: f'{i},"${1000 + i:,}.{i:02d}"'), converters={"price": without("$", ",")})
csv("euros.csv", "x;price\n" + lines(40, lambda i: f"{i};{i},{i:02d} €"), sep=";", converters={"price": lambda t: float(t.replace(" €", "").replace(",", "."))})
csv("kilograms.csv", "x,weight\n" + lines(40, lambda i: f"{i},{50 + i}.5 kg"), converters={"weight": without("kg")})
csv("percent.csv", "x,share\n" + lines(40, lambda i: f"{i},{i}.5%"), converters={"share": lambda t: float(t[:-1]) / 100})
csv("minus-signs.csv", "x,t\n" + lines(40, lambda i: f"{i},{'−' if i % 2 else ''}{i}.5"), converters={"t": lambda t: float(t.replace("−", "-"))})
csv("signs.csv", "x;y\n" + lines(40, lambda i: f"{'+' if i % 3 == 0 else ''}{i};{i}e-{i % 5}"), sep=";")
csv("full-width.csv", "x，y\n" + lines(40, lambda i: f"{'０１２３４５６７８９'[i % 10]}，{i}"), sep="，", engine="python", converters={"x": lambda t: float(int(t))})

# Missing values.
csv("na-of-excel.csv", "x,y,label\n" + lines(40, lambda i: f"{'#N/A' if i % 5 == 0 else i},{'#DIV/0!' if i % 4 == 1 else i / 4},{LABELS[i % 3]}"), na_values=["#DIV/0!"])
csv("na-of-databases.csv", "x,y,label\n" + lines(40, lambda i: f"{chr(92) + 'N' if i % 5 == 0 else i},{'NULL' if i % 4 == 1 else i / 4},{LABELS[i % 3]}"), na_values=["\\N"])
csv("na-of-sas.csv", "x,y,label\n" + lines(40, lambda i: f"{'.' if i % 5 == 0 else i},{'' if i % 4 == 1 else i / 4},{LABELS[i % 3]}"), na_values=["."])
csv("na-of-people.csv", "x,y,label\n" + lines(40, lambda i: f"{'?' if i % 5 == 0 else i},{'—' if i % 4 == 1 else i / 4},{LABELS[i % 3]}"), na_values=["?", "—"])
csv("na-of-c.csv", "x,y,label\n" + lines(40, lambda i: f"{'-1.#IND' if i % 5 == 0 else i},{'-nan' if i % 4 == 1 else i / 4},{LABELS[i % 3]}"))
csv("na-in-texts.csv", "x,city\n" + lines(40, lambda i: f"{i},{'NA' if i % 5 == 0 else CITIES[i % 5]}"))

# Dates and times.
csv("dates-iso.csv", "when,x\n" + lines(28, lambda i: f"2024-02-{i + 1:02d},{i}"), parse_dates=["when"])
csv("dates-german.csv", "when;x\n" + lines(28, lambda i: f"{i + 1}.2.2024;{i},5"), sep=";", decimal=",", parse_dates=["when"], dayfirst=True)
csv("dates-british.csv", "when,x\n" + lines(28, lambda i: f"{i + 1:02d}/02/2024,{i}"), parse_dates=["when"], date_parser=lambda t: pd.to_datetime(t, format="%d/%m/%Y"))
csv("dates-american.csv", "when,x\n" + lines(28, lambda i: f"2/{i + 1}/24,{i}"), parse_dates=["when"], date_parser=lambda t: pd.to_datetime(t, format="%m/%d/%y"))
csv("dates-halves.csv", "when,x\n" + lines(28, lambda i: f"02/{i + 1}/2024 {i % 12 + 1}:30 {'AM' if i % 2 else 'PM'},{i}"), parse_dates=["when"], date_parser=lambda t: pd.to_datetime(t, format="%m/%d/%Y %I:%M %p"))
csv("dates-zones.csv", "when,x\n" + lines(28, lambda i: f"2024-02-{i + 1:02d}T06:00:00{'+02:00' if i % 2 else 'Z'},{i}"), converters={"when": lambda t: pd.Timestamp(t).tz_convert("UTC")})
csv("dates-words.csv", "when,x\n" + lines(28, lambda i: f"{i + 1} Feb 2024,{i}"), parse_dates=["when"])
csv("dates-months.csv", "when,x\n" + lines(12, lambda i: f"2024-{i + 1:02d},{i}"), parse_dates=["when"])
csv("dates-chinese.csv", "when,x\n" + lines(28, lambda i: f"2024年2月{i + 1}日,{i}"), parse_dates=["when"], date_parser=lambda t: pd.to_datetime(t, format="%Y年%m月%d日"))

# Encodings.
csv("gbk.csv", "姓名,身高,类别\n" + lines(9, lambda i: f"赵喆,15{i},甲\n李镕,16{i},乙\n王堃,17{i},丙"), "gbk")
csv("big5.csv", "姓名,身高,類別\n" + lines(9, lambda i: f"陳志明,15{i},甲\n林淑芬,16{i},乙\n黃雅婷,17{i},丙"), "big5")
csv("shift-jis.csv", "名前,身長,区分\n" + lines(9, lambda i: f"さくら,15{i},はい\nひなた,16{i},いいえ\nタロウ,17{i},はい"), "shift-jis")
csv("euc-kr.csv", "이름,키,구분\n" + lines(9, lambda i: f"김민준,15{i},예\n이서연,16{i},아니오\n박지훈,17{i},예"), "euc-kr")
csv("cp1252.csv", "população,renda,classificação\n" + lines(20, lambda i: f"São João,{i},{'não' if i % 2 else 'sim'}"), "cp1252")
csv("cp1250.csv", "město,příjem,třída\n" + lines(20, lambda i: f"Plzeň Žižkov,{i},{'černý' if i % 2 else 'modrý'}"), "cp1250")
csv("cp1251.csv", "город,доход,класс\n" + lines(20, lambda i: f"Москва,{i},{'да' if i % 2 else 'нет'}"), "cp1251")
csv("utf-16.csv", "name\tn\n" + lines(20, lambda i: f"Åse {i % 4}\t{i}"), "utf-16", sep="\t")
csv("utf-8-bom.csv", "name,n\n" + lines(20, lambda i: f"Åse {i % 4},{i}"), "utf-8-sig")

# Layouts.
csv("excel-sep.csv", "sep=;\nx;y;label\n" + lines(20, lambda i: f"{i};{i * 2};{LABELS[i % 3]}"), sep=";", skiprows=1)
csv("aligned.csv", lines(20, lambda i: f" {i / 1000:5.3f}  {i * 1.5:6.2f}   {i * 7 % 11:5.2f}"), sep=r"\s+", header=None, names=["column_1", "column_2", "column_3"])
csv("r.csv", '"x","y"\n' + lines(20, lambda i: f'"{i + 1}","{LABELS[i % 3]}",{i}'), header=0, names=["row_names", "x", "y"], dtype={"row_names": str})
csv("comments.csv", "# lab, 2024-01-01, v2\nx,y,label\n" + lines(20, lambda i: f"{i},{i * 2},{LABELS[i % 3]}"), comment="#")
csv("no-header.csv", lines(20, lambda i: f"S{i},{i + 0.1},{i * 2 + 0.5},{LABELS[i % 3]}"), header=None, names=["column_1", "column_2", "column_3", "column_4"])
csv("backslashes.csv", "x,quote,label\n" + lines(20, lambda i: f'{i},"foo (\\"{CITIES[i % 5]}\\")",{LABELS[i % 3]}'), escapechar="\\")
csv("last-cell.csv", "x,y,label\n" + lines(20, lambda i: f"{i},{i * 2},{LABELS[i % 3]},"), index_col=False)
csv("quoted-lines.csv", 'x,text,label\n' + lines(20, lambda i: f'{i},"one\ntwo, ""{CITIES[i % 5]}""",{LABELS[i % 3]}'))
csv("classic-mac.csv", ("x,y\n" + lines(20, lambda i: f"{i},{i * 2}")).replace("\n", "\r"))
csv("bars.csv", "x|y|label\n" + lines(20, lambda i: f"{i}|{i},{i}|{LABELS[i % 3]}"), sep="|", decimal=",")
csv("one-column.csv", "x\n" + lines(20, lambda i: f"{i}.5"))
csv("long-integers.csv", "x,id\n" + lines(20, lambda i: f"{i},{9187643043065364480 + i % 4 * 300}"), dtype={"id": str})
csv("booleans.csv", "x,flag\n" + lines(20, lambda i: f"{i},{'True' if i % 3 else 'False'}"))
csv("names.csv", "x, y ,a b\n" + lines(20, lambda i: f"{i}, {i * 2} ,  {CITIES[i % 5]}"), skipinitialspace=True, converters={2: str.strip}, header=0, names=["x", "y", "a b"])
csv("wide.csv", ",".join(f"c{i}" for i in range(3000)) + "\n" + lines(5, lambda row: ",".join(str((i * 7 + row) % 97) for i in range(3000))))
csv("exponents.csv", "x,y\n" + lines(40, lambda i: f"{1.5 * 10.0 ** (i - 20)!r},{(i + 1) / 7!r}"))

# Packed, and files of other kinds.
TYPED = pd.DataFrame(
    {
        "height": [1.5, 2.25, None, 4.0, 0.1] * 4,
        "count": range(20),
        "when": pd.date_range("2024-02-20 06:00", periods=20, freq="36H"),
        "ok": [True, False, True, True, False] * 4,
        "名字": ["a", "b,c", 'd"e', "&<h>", "é"] * 4,
    }
)
PLAIN = TYPED[["height", "count", "名字"]]


def zipped(path):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("folder/table.csv", PLAIN.to_csv(index=False))


table("packed.csv.gz", gzip.compress(PLAIN.to_csv(index=False).encode()), pd.read_csv)
table("packed.zip", zipped, pd.read_csv)
table("openpyxl.xlsx", lambda path: TYPED.to_excel(path, index=False), pd.read_excel)
table("with-index.xlsx", lambda path: PLAIN.to_excel(path), lambda path: pd.read_excel(path).rename(columns={"Unnamed: 0": "column_1"}))
table("odfpy.ods", lambda path: TYPED.to_excel(path, index=False), lambda path: pd.read_excel(path, engine="odf"))
table("records.json", lambda path: PLAIN.to_json(path, orient="records"), lambda path: pd.read_json(path, orient="records", precise_float=True))
table("columns.json", lambda path: PLAIN.to_json(path, orient="columns"), lambda path: pd.read_json(path, orient="columns", precise_float=True))
table("split.json", lambda path: PLAIN.to_json(path, orient="split", index=False), lambda path: pd.read_json(path, orient="split", precise_float=True))
table("lines.jsonl", lambda path: PLAIN.to_json(path, orient="records", lines=True), lambda path: pd.read_json(path, lines=True, precise_float=True))
table("array.npy", lambda path: np.save(path, np.arange(60).reshape(20, 3) / 7), lambda path: pd.DataFrame(np.load(path), columns=["x0", "x1", "x2"]))
table("arrays.npz", lambda path: np.savez(path, X=np.arange(40).reshape(20, 2) / 7, y=np.arange(20) % 3), lambda path: pd.DataFrame(np.column_stack([np.load(path)["X"], np.load(path)["y"]]), columns=["X0", "X1", "y"]))
# SheetJS wrote these. A line break in a cell is a blank for the app, so that a row is a line; pandas loses it in ODS.
FIXTURES = os.path.join(os.path.dirname(__file__), "../../fixtures/tables")
for name in ["sheetjs.xlsx", "sheetjs.ods"]:
    with open(os.path.join(FIXTURES, name), "rb") as file:
        table(name, file.read(), lambda path: pd.read_excel(path).replace(["f\ng", "fg"], "f g"))

ARFF = "% flowers\n@RELATION iris\n\n@ATTRIBUTE 'petal width' NUMERIC\n@attribute class {Iris-setosa,Iris-virginica}\n@DATA\n"


def read_arff(path):
    frame = pd.DataFrame(arff.loadarff(path)[0])
    return frame.assign(**{"class": frame["class"].str.decode("utf-8")})


table("weka.arff", ARFF + lines(20, lambda i: f"{'?' if i == 3 else i / 10},{'Iris-setosa' if i % 2 else 'Iris-virginica'}"), read_arff)

print(json.dumps(answers, allow_nan=False))
