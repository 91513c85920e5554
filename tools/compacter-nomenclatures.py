#!/usr/bin/env python3
"""Writes src/Ror.Infrastructure/Donnees/nomenclatures.json from a folder of transcribed NOS lists.

Usage: compacter-nomenclatures.py FOLDER   (FOLDER holds INDEX.csv and one `code;libelle;systeme;debut;fin` CSV per list)

One line per list; a code is [code, libelle, index of its system, start, end], the dates left out when unknown. A value set that lists a code
closed before its own date lists it on purpose: that end is left out. Of ASS_A14, a link is [source, its system, target, its system].
Only the lists that fields of the service name are kept.
"""
import csv
import json
import pathlib
import re
import sys

LISTES = ("J16 J17 J18 J19 J20 J26 J28 J29 J30 J32 J33 J35 J41 J50 J51 J55 J185 J186 J187 J188 J189 J190 J191 J192 J193 J194 J195 J198 J199 J202 J204 J210 J217 J218 J219 J220 J221 J222 "
          "J224 J225 J226 J227 J228 J229 J238 J241 J242 J244").split()


def lignes(chemin):
    with open(chemin, encoding="utf-8", newline="") as flux:
        yield from csv.DictReader(flux, delimiter=";")


def compacter(dossier, entree):
    systemes, codes = [], []
    for ligne in lignes(dossier / entree["fichier"]):
        if ligne["systeme"] not in systemes:
            systemes.append(ligne["systeme"])
        fin = ligne["fin"] if ligne["fin"] >= entree["date"] else ""
        code = [ligne["code"], ligne["libelle"], systemes.index(ligne["systeme"]), ligne["debut"] or None, fin or None]
        while code[-1] is None:
            code.pop()
        codes.append(code)
    return entete(entree) | {"systemes": systemes, "codes": codes}


def entete(entree):
    return {"nom": re.match(r"(?:JDV|ASS)_([AJ]\d+)", entree["fichier"])[1], "nomOfficiel": entree["nom"].replace("-", "_"), "url": entree["url_canonique"],
            "oid": entree["oid"], "version": entree["version"], "date": entree["date"], "titre": entree["titre"]}


def associer(dossier, entree):
    systemes, paires = [], []
    for ligne in lignes(dossier / entree["fichier"]):
        for systeme in (ligne["systeme_source"], ligne["systeme_cible"]):
            if systeme not in systemes:
                systemes.append(systeme)
        paires.append([ligne["code_source"], systemes.index(ligne["systeme_source"]), ligne["code_cible"], systemes.index(ligne["systeme_cible"])])
    return entete(entree) | {"genre": "Association", "systemes": systemes, "codes": [], "paires": paires}


def main():
    dossier = pathlib.Path(sys.argv[1])
    entrees = {m[1]: e for e in lignes(dossier / "INDEX.csv") if (m := re.match(r"JDV_(J\d+)-", e["fichier"]))}
    sortie = pathlib.Path(__file__).parent.parent / "src/Ror.Infrastructure/Donnees/nomenclatures.json"
    association = next(e for e in lignes(dossier / "INDEX.csv") if e["fichier"].startswith("ASS_A14"))
    listes = [json.dumps(liste, ensure_ascii=False, separators=(",", ":")) for liste in [associer(dossier, association), *(compacter(dossier, entrees[n]) for n in LISTES)]]
    sortie.write_text("[\n" + ",\n".join(listes) + "\n]\n", encoding="utf-8")


main()
