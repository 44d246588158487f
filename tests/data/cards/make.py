#!/usr/bin/python3
"""Makes the photos of this folder. usage: make.py GENERATOR OUTDIR SEED ID_CARDS FRAMES SERVICE_CARDS

GENERATOR is the project's gen.py for specimen cards. The numbers it prints get county code 99, which nobody has.
The photos here: make.py ../shared/ocr/gen.py . 99 3 1 1
"""
import os
import sys

path = sys.argv[1]
with open(path) as file:
    program = file.read()
program = program.replace("os.path.dirname(os.path.abspath(__file__))", repr(os.path.dirname(os.path.abspath(path))))
real = "a=cur.get(code) or"
assert real in program
program = program.replace(real, "code=code[:4]+'99'; a=cur.get(code) or")
sys.argv = sys.argv[1:]
exec(compile(program, path, "exec"))
