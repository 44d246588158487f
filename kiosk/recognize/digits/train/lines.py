"""Makes lines of digits as cameras see them: printed on a card, photographed badly, cut out again.

Used by train.py only. No real numbers: the digits are random. Needs numpy, OpenCV and Pillow.
"""
import math

import cv2
import numpy as np
from PIL import Image, ImageDraw, ImageFont

HEIGHT, WIDTH, STEP = 40, 416, 4  # of the strip the net sees, in pixels; pixels per column
SCALE = 0.68                      # strip pixels per card unit (a card is 856 x 540 units)
CLASSES = "0123456789X"           # class 11 is "nothing here"
BLANK = len(CLASSES)
RENDER = 2                        # rendered pixels per card unit

OCR_B = "/usr/share/fonts/opentype/ocr-b/OCRB.otf"
MONO = "/usr/share/fonts/truetype/dejavu/DejaVuSansMono.ttf"
BOLD = "/usr/share/fonts/truetype/dejavu/DejaVuSans-Bold.ttf"
HAN = "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc"
HAN_TEXT = "公民身份号码路街大道巷幢单元室北京南京号楼人民中山卡住址"

_fonts = {}


def font(path, size):
    if (path, size) not in _fonts:
        _fonts[path, size] = ImageFont.truetype(path, size)
    return _fonts[path, size]


def paper(rng, width, height):
    """The card around the line: a faint gradient with waves, light or dark."""
    dark = rng.random() < 0.15
    first, last = rng.uniform(60, 130, 2) if dark else rng.uniform(205, 245, 2)
    picture = np.tile(np.linspace(first, last, width, dtype=np.float32), (height, 1))
    for _ in range(rng.integers(2, 9)):
        middle, swing, phase = rng.uniform(0, height), rng.uniform(20, 120), rng.uniform(0, 6.28)
        xs = np.arange(0, width, 8)
        ys = middle + swing * np.sin(xs / width * 5 + phase)
        points = np.stack([xs, ys], 1).astype(np.int32)
        cv2.polylines(picture, [points], False, float(first - rng.uniform(8, 26)), RENDER, cv2.LINE_AA)
    return picture, dark


def draw_text(picture, path, size, x, y, text, ink, gap=0.0):
    """Draws and answers the middle of each character (x, y)."""
    height, width = picture.shape
    mask = Image.new("L", (width, height))
    draw = ImageDraw.Draw(mask)
    face = font(path, size)
    middles = []
    box = face.getbbox("0")
    for character in text:
        draw.text((x, y), character, font=face, fill=255)
        advance = draw.textlength(character, font=face)
        middles.append((x + advance / 2, y + (box[1] + box[3]) / 2))
        x += advance + gap
    alpha = np.asarray(mask, np.float32) / 255
    picture += (ink - picture) * alpha
    return middles


def card_line(rng):
    """A piece of card with one line of digits: picture, (middle x, middle y, class) of each."""
    width, height = 640 * RENDER, 150 * RENDER
    picture, dark = paper(rng, width, height)
    ink = rng.uniform(225, 255) if dark else rng.uniform(15, 50)
    kind = rng.random()
    left, top = 53 * RENDER, 55 * RENDER
    if kind < 0.70:  # an ID card's number; sometimes with other spacing than today's cards
        text = "".join(rng.choice(list("0123456789"), 17)) + rng.choice(list("0123456789XXX"))
        size = int(46 * RENDER * rng.uniform(0.96, 1.04))
        gap = (507 * RENDER * rng.uniform(0.97, 1.03) - 18 * font(OCR_B, size).getlength("0")) / 17
        middles = draw_text(picture, OCR_B, size, left, top, text, ink, gap)
        if rng.random() < 0.5:
            draw_text(picture, HAN, 27 * RENDER, left - rng.uniform(195, 260) * RENDER, top + 12 * RENDER,
                      "公民身份号码", ink + 60)
    elif kind < 0.95:  # a service card's number, in groups of four
        path, size = [(MONO, 46), (BOLD, 44), (OCR_B, 50)][rng.integers(3)]
        text = "".join(rng.choice(list("0123456789"), 12))
        spaced = " ".join(text[i:i + 4] for i in range(0, 12, 4))
        all_middles = draw_text(picture, path, size * RENDER, left, top, spaced, ink)
        middles = [m for m, c in zip(all_middles, spaced) if c != " "]
    else:  # no digits at all
        text, middles = "", []
        line = "".join(rng.choice(list(HAN_TEXT), 16))
        draw_text(picture, HAN, int(rng.uniform(26, 40) * RENDER), left, top + 6 * RENDER, line, ink)
    if rng.random() < 0.35:  # what stands above or below
        line = "".join(rng.choice(list(HAN_TEXT + "0123456789"), 14))
        y = top + rng.choice([rng.uniform(-62, -46), rng.uniform(52, 70)]) * RENDER
        draw_text(picture, HAN, 31 * RENDER, left - 30, y, line, ink)
    points = [(x, y, CLASSES.index(c)) for (x, y), c in zip(middles, text)]
    middle_y = (points[0][1] if points else top + 26 * RENDER)
    return picture, points, middle_y


def photograph(rng, picture, glare_share, on_line):
    """Bad light, glare, blur, motion, noise, JPEG. The picture has the size the camera sees."""
    height, width = picture.shape
    bad = rng.random() ** 0.7  # 0 easy, 1 worse than the worst we promise to read
    ys, xs = np.mgrid[0:height, 0:width].astype(np.float32)
    turn = rng.uniform(0, 6.28)
    ramp = ((xs - width / 2) * math.cos(turn) + (ys - height / 2) * math.sin(turn)) / 640
    picture = picture * (1 + 0.4 * bad * ramp)
    if rng.random() < 0.6 * bad:  # the edge of a shadow
        turn, soft = rng.uniform(0.1, 6.28), rng.uniform(20, 80)
        edge = ((xs - width / 2) * math.cos(turn) + (ys - height / 2) * math.sin(turn) + rng.uniform(-width / 2, width / 2)) / soft
        picture = picture * (1 - 0.45 / (1 + np.exp(-np.clip(edge, -30, 30))))
    picture = picture * rng.uniform(1.05 - 0.75 * bad, 1.12)
    if rng.random() < glare_share * bad:
        across = (0.35, 0.65) if rng.random() < on_line else (-0.3, 1.3)
        x, y = rng.uniform(0, width), rng.uniform(*across) * height
        wide, high = rng.uniform(30, 110), rng.uniform(20, 70)
        glare = np.exp(-(((xs - x) / wide) ** 2 + ((ys - y) / high) ** 2))
        picture = picture + glare * rng.uniform(120, 260)
    picture = cv2.GaussianBlur(picture, (0, 0), 0.4 + rng.uniform(0.3, 1.5) * bad)
    reach = int(rng.random() ** 2 * 5.6 * bad + 1)
    if reach > 1:
        kernel = np.zeros((2 * reach + 1,) * 2, np.float32)
        turn = rng.uniform(0, 3.14)
        ends = [(int(reach + s * reach * math.cos(turn)), int(reach + s * reach * math.sin(turn))) for s in (-1, 1)]
        cv2.line(kernel, ends[0], ends[1], 1, 1)
        kernel = cv2.GaussianBlur(kernel, (0, 0), 0.4)
        picture = cv2.filter2D(picture, -1, kernel / kernel.sum())
    picture = picture + rng.normal(0, 1 + rng.uniform(2, 9) * bad, picture.shape)
    picture = picture.clip(0, 255).astype(np.uint8)
    quality = [cv2.IMWRITE_JPEG_QUALITY, int(rng.uniform(92 - 38 * bad, 96))]
    return cv2.imdecode(cv2.imencode(".jpg", picture, quality)[1], 0)


def strip(rng, glare_share=0.5, on_line=0.0):
    """One strip as the program cuts it, not quite straight: picture and the class of each column."""
    card, points, middle_y = card_line(rng)
    photo_scale = rng.uniform(0.50, 0.86) * 1280 / 856 / RENDER
    turn, shear = math.radians(rng.uniform(-15, 15)), rng.uniform(-0.08, 0.08)
    height, width = card.shape
    matrix = np.float32([[math.cos(turn), -math.sin(turn) + shear], [math.sin(turn), math.cos(turn)]]) * photo_scale
    corners = matrix @ np.float32([[0, width, width, 0], [0, 0, height, height]])
    shift = -corners.min(1)
    size = np.ceil(corners.max(1) + shift).astype(int)
    to_photo = np.hstack([matrix, shift[:, None]])
    card = cv2.GaussianBlur(card, (0, 0), max(0.3, 0.36 / photo_scale))
    seen = photograph(rng, cv2.warpAffine(card, to_photo, tuple(int(s) for s in size), borderMode=cv2.BORDER_REPLICATE),
                      glare_share, on_line)
    # Cut out again, with the errors of a search: shifted, stretched, slanted.
    units = RENDER
    zoom = SCALE / units
    stretch_x, stretch_y = zoom * rng.uniform(0.9, 1.1), zoom * rng.uniform(0.86, 1.16)
    slant = math.radians(rng.normal(0, 1.0))
    left = (53 + 254) * units
    cut = np.float32([[stretch_x * math.cos(slant), -stretch_y * math.sin(slant) + rng.normal(0, 0.03) * zoom, 0],
                      [stretch_x * math.sin(slant), stretch_y * math.cos(slant), 0]])
    centre = cut[:, :2] @ np.float32([left, middle_y])
    cut[:, 2] = np.float32([WIDTH / 2 + rng.normal(0, 7), HEIGHT / 2 + rng.normal(0, 2.0)]) - centre
    full = np.vstack([cut, [0, 0, 1]]) @ np.linalg.inv(np.vstack([to_photo, [0, 0, 1]]))
    image = cv2.warpAffine(seen, full[:2].astype(np.float32), (WIDTH, HEIGHT), flags=cv2.INTER_LINEAR,
                           borderMode=cv2.BORDER_REPLICATE)
    labels = np.full(WIDTH // STEP, BLANK, np.uint8)
    for x, y, digit in points:
        at = cut @ np.float32([x, y, 1])
        column = at[0] / STEP - 0.5
        for near in range(int(math.floor(column)), int(math.floor(column)) + 2):
            if 0 <= near < len(labels) and abs(near - column) < 1.0:
                labels[near] = digit
    return image, labels


def level(image):
    """What the net sees: every pixel against its surroundings, about -3 to 3, ink positive."""
    grey = image.astype(np.float32)
    mean = cv2.boxFilter(grey, -1, (31, 31), borderType=cv2.BORDER_REFLECT)
    square = cv2.boxFilter(grey * grey, -1, (31, 31), borderType=cv2.BORDER_REFLECT)
    return (mean - grey) / np.sqrt(np.maximum(square - mean * mean, 0) + 9)
