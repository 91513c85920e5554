#!/usr/bin/env python3
"""Writes src/Ror.Infrastructure/Donnees/nomenclatures.json from a folder of transcribed NOS lists.

Usage: compacter-nomenclatures.py FOLDER   (FOLDER holds INDEX.csv and one `code;libelle;systeme;debut;fin` CSV per list)

One line per list; a code is [code, libelle, index of its system, start, end], the dates left out when unknown.
Only the lists that fields of the service name are kept.
"""
import csv
import json
import pathlib
import re
import sys

LISTES = ("J16 J17 J19 J20 J26 J28 J29 J30 J33 J35 J41 J50 J51 J55 J185 J186 J199 J202 J204 J219 J220 J221 J222 "
          "J225 J226 J227 J238").split()


def lignes(chemin):
    with open(chemin, encoding="utf-8", newline="") as flux:
        yield from csv.DictReader(flux, delimiter=";")


def compacter(dossier, entree):
    systemes, codes = [], []
    for ligne in lignes(dossier / entree["fichier"]):
        if ligne["systeme"] not in systemes:
            systemes.append(ligne["systeme"])
        code = [ligne["code"], ligne["libelle"], systemes.index(ligne["systeme"]), ligne["debut"] or None, ligne["fin"] or None]
        while code[-1] is None:
            code.pop()
        codes.append(code)
    return {"nom": re.match(r"JDV_(J\d+)", entree["fichier"])[1], "nomOfficiel": entree["nom"], "url": entree["url_canonique"],
            "oid": entree["oid"], "version": entree["version"], "date": entree["date"], "titre": entree["titre"],
            "systemes": systemes, "codes": codes}


def main():
    dossier = pathlib.Path(sys.argv[1])
    entrees = {m[1]: e for e in lignes(dossier / "INDEX.csv") if (m := re.match(r"JDV_(J\d+)-", e["fichier"]))}
    sortie = pathlib.Path(__file__).parent.parent / "src/Ror.Infrastructure/Donnees/nomenclatures.json"
    listes = [json.dumps(compacter(dossier, entrees[n]), ensure_ascii=False, separators=(",", ":")) for n in LISTES]
    sortie.write_text("[\n" + ",\n".join(listes) + "\n]\n", encoding="utf-8")


main()
