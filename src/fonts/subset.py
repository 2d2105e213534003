"""Cuts the fonts down to what the papers print; see make.sh."""

import glob
import os
import sys

from fontTools import subset
from fontTools.ttLib import TTFont

WORK, TO = sys.argv[1:3]
KANGXI = set(range(0x2E80, 0x2FE0))
PLAIN = set(range(0x20, 0x250)) | set(range(0x2000, 0x2E80)) | set(range(0x3000, 0x3400)) | set(range(0xFF00, 0xFFF0))
COMMON = {ord(bytes([high, low]).decode("gb2312")) for high in range(0xB0, 0xF8) for low in range(0xA1, 0xFF)
          if (high, low) not in [(0xD7, n) for n in range(0xFA, 0xFF)]}


def find(pattern):
    return glob.glob(WORK + "/**/" + pattern, recursive=True)[0]


def signs(path):
    return set(TTFont(path, lazy=True).getBestCmap()) - KANGXI


def cut(path, wanted, family):
    options = subset.Options()
    options.hinting = False
    options.layout_features = []
    options.drop_tables += ["GSUB", "GPOS", "GDEF", "BASE", "vhea", "vmtx", "VORG", "STAT", "DSIG", "meta", "FFTM"]
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]
    options.notdef_outline = True
    options.glyph_names = False
    font = subset.load_font(path, options)
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=wanted)
    cutter.subset(font)
    # variation sequences: PDF readers of fonts warn about them
    font["cmap"].tables = [table for table in font["cmap"].tables if table.format != 14]
    for record in font["name"].names:
        if record.nameID in (1, 3, 4, 6):
            record.string = "Qibu" + family
    out = os.path.join(TO, family.lower() + ".ttf")
    font.save(out)
    print(out, os.path.getsize(out), len(font.getBestCmap()))
    return set(font.getBestCmap())


SERIF = find("NotoSerifSC_400Regular.ttf")
covered = cut(SERIF, signs(SERIF), "Song")
cut(find("NotoSerifSC_700Bold.ttf"), PLAIN - KANGXI | COMMON, "SongBold")
cut(find("NotoSansSC_500Medium.ttf"), PLAIN - KANGXI | COMMON, "Hei")
cut(find("LXGWWenKai-Regular.ttf"), PLAIN - KANGXI | COMMON, "Kai")
# rare characters of names: of the second plane those that are in use, taken from a font that was drawn for them
RARE = find("HanaMinB.ttf")
IN_USE = signs(find("BabelStoneHan.ttf"))
cut(RARE, {sign for sign in signs(RARE) & IN_USE if 0x20000 <= sign <= 0x2A6DF} - covered, "Rare")
