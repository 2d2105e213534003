#!/usr/bin/env bash
# Makes the fonts of the papers anew, into src/main/resources/documents/fonts. Not part of a build: the result is in the
# repository, so that whoever runs or packs Qibu needs neither node nor a font. Needs npm, Debian's apt, xz
# and python3-fonttools.
# Hinting and layout tables go, and the Kangxi radicals (U+2F00-2FDF): with them a PDF's text is copied and searched wrongly.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
to=$here/../main/resources/documents/fonts
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$to"
cd "$work"

fetch_npm() {
  npm pack --silent "$1" >/dev/null
  tar xzf ./*.tgz --wildcards '*.ttf'
  rm ./*.tgz
}

fetch_npm @expo-google-fonts/noto-serif-sc@0.4.3
fetch_npm @expo-google-fonts/noto-sans-sc@0.4.3
apt-get download fonts-hanazono fonts-lxgw-wenkai fonts-babelstone-han >/dev/null
for package in ./*.deb; do dpkg -x "$package" .; done

/usr/bin/python3 "$here/subset.py" "$work" "$to"

# packed for the jar; whoever unpacks sets aside as much memory as the dictionary, so no larger than the font
for font in "$to"/*.ttf; do
  size=$(($(stat -c %s "$font") / 1048576 + 1))
  xz --force --check=crc32 --lzma2=preset=9e,dict="$size"MiB "$font"
done
