#!/usr/bin/python3
"""Makes assets/demo/id_card.jpg, the specimen card of an invented person that the camera of the demo town looks at.

usage: make_demo.py GENERATOR PICTURE   (GENERATOR is the project's gen.py for specimen cards)
"""
import os
import sys

path, picture = sys.argv[1:]
with open(path) as file:
    program = file.read()
program = program.replace("os.path.dirname(os.path.abspath(__file__))", repr(os.path.dirname(os.path.abspath(path))))
program = program[:program.index("truth=[]\ndef do(")]
sys.argv = ["gen.py", os.path.dirname(os.path.abspath(picture)), "44", "0", "0", "0"]
exec(compile(program, path, "exec"))
person = dict(name="王桂兰", sex="女", ethnic="汉", birth="1944-03-05", address="红枫市枫叶县春晖路3号楼2单元101室",
              id="110199194403050020")
scene = dict(wid=0.72, dx=0, dy=0, rot=2.5, jit=[(0, 0)] * 4, bg=background() * 0 + 150, finger=0, gr=0.5, shadow=0,
             gain=0.97, cast=[1, 1, 1])
image, _, _ = shoot(idcard(person), "easy", scene)
cv2.imwrite(picture, image, [cv2.IMWRITE_JPEG_QUALITY, 82])
