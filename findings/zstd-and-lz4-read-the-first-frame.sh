#!/usr/bin/env bash
# decompress() of zstandard and of lz4.frame returns the first frame of a file and drops the others.
#
# Libraries: PyPI zstandard 0.25.0, lz4 4.4.5.
# Expected: RFC 8878 (section 3) and the LZ4 frame format let frames follow one another in a file, whose content is
#   then the content of all; so do the tools zstd and lz4, and so a writer appends after a restart.
# Seen: ZstdDecompressor().decompress() and lz4.frame.decompress() return the first frame only, without an error.
#   The readers of the very same libraries (stream_reader, zstandard.open, lz4.frame.open) return all.
#   (zstandard's page tells that extra data is ignored by default; lz4's does not speak of it.)
# Why it hurts: logs of orders are compressed in frames, one per flush or per start of the process. Read at once,
#   such a log ends early at a record's border, so nothing looks broken: orders, holds and payments of all later
#   frames are missing from the replay.
# What to do: read through the streaming readers, or pass allow_extra_data=False to be told; compare the number of
#   records or the end offset with what the writer knows.
set -euo pipefail
. "$(dirname "$0")/packages.bash"
python_with zstandard==0.25.0 lz4==4.4.5
python <<'PY'
import io
import sys

import lz4.frame
import zstandard

parts = b"order 1\n", b"order 2\n"
zstd = b"".join(zstandard.ZstdCompressor().compress(part) for part in parts)
lz4_ = b"".join(lz4.frame.compress(part) for part in parts)
seen = {
    "zstandard decompress": zstandard.ZstdDecompressor().decompress(zstd),
    "zstandard stream_reader": zstandard.ZstdDecompressor().stream_reader(io.BytesIO(zstd)).read(),
    "lz4.frame decompress": lz4.frame.decompress(lz4_),
    "lz4.frame open": lz4.frame.open(io.BytesIO(lz4_)).read(),
}
for name, content in seen.items():
    print(f"two frames through {name}: {content}")
if list(seen.values()) == [parts[0], b"".join(parts)] * 2:
    sys.exit(0)
print("changed: decompress reads on after the first frame, or the readers no longer do")
sys.exit(1)
PY
