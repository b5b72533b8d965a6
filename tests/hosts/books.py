"""What a host has noted, held to the log: see examples/hosts/README.md for its files."""
import struct
import subprocess

EVENT_BYTES = 64
# sequence, epoch, ordinal, type, flags; then what it says.
EVENT_HEAD = struct.Struct("<QIHBB")
EVENT_REASON = struct.Struct("<46xH")
REFUSED = 2  # ALLOT_EVENT_REFUSED
# command_key (low half, high half), sequence, first_sequence, reason, duplicate, id of what was defined.
ANSWER = struct.Struct("<QQQQHBxI")
COMMAND = struct.Struct("<QQQ")  # sequence, command_key (low half, high half)


class Differs(Exception):
    pass


def events_noted(folder):
    path = folder / "books/events"
    return path.stat().st_size // EVENT_BYTES if path.exists() else 0


def answers_noted(folder):
    """How many answers the clients have noted; the clerk's are not counted."""
    paths = (folder / "books").glob("answers-[1-9]*")
    return sum(path.stat().st_size for path in paths) // ANSWER.size


def whole(path, entry_bytes):
    data = path.read_bytes()
    if len(data) % entry_bytes != 0:
        raise Differs(f"{path.name} ends in the middle of an entry, although its host was not killed")
    return data


def shown(event):
    sequence, epoch, ordinal, kind, flags = EVENT_HEAD.unpack_from(event)
    return f"(sequence {sequence}, ordinal {ordinal}, epoch {epoch}, type {kind}, flags {flags}: " \
           f"{event[EVENT_HEAD.size:].hex()})"


def without_epoch(event):
    return event[:8] + event[12:]


def compare_events(noted, logged):
    """Each event of the log once, in order, and nothing else. A replay knows no epochs; those that were
    noted never go back."""
    epoch = 0
    for at in range(0, max(len(noted), len(logged)), EVENT_BYTES):
        ours, theirs = noted[at:at + EVENT_BYTES], logged[at:at + EVENT_BYTES]
        if not ours:
            raise Differs(f"{(len(logged) - at) // EVENT_BYTES} events were never noted, from "
                          f"{shown(theirs)} on")
        if not theirs:
            raise Differs(f"noted, but behind the end of the log: {shown(ours)}")
        if without_epoch(ours) != without_epoch(theirs):
            raise Differs(f"event {at // EVENT_BYTES} was noted as {shown(ours)}, but the log says "
                          f"{shown(theirs)}")
        seen = EVENT_HEAD.unpack_from(ours)[1]
        if seen < epoch:
            raise Differs(f"the epoch went back from {epoch}: {shown(ours)}")
        epoch = seen
    return epoch


def reasons_of(logged):
    """{sequence: reason} of the commands that were refused."""
    reasons = {}
    for at in range(0, len(logged), EVENT_BYTES):
        sequence, _, _, kind, _ = EVENT_HEAD.unpack_from(logged, at)
        if kind == REFUSED:
            reasons[sequence] = EVENT_REASON.unpack_from(logged, at)[0]
    return reasons


def compare_answers(who, noted, keys, reasons):
    """The answers to commands 1, 2, 3, ... of one producer. Returns: how many repeat an earlier one."""
    duplicates = 0
    for number, answer in enumerate(ANSWER.iter_unpack(noted), 1):
        low, high, sequence, first, reason, duplicate, _ = answer
        where = f"answer {number} of producer {who} is {answer}"
        if (low, high) != (number, who):
            raise Differs(f"{where}: of another command")
        if keys.get(sequence) != (low, high):
            raise Differs(f"{where}: the log has {keys.get(sequence)} under its sequence")
        if duplicate and keys.get(first) != (low, high):
            raise Differs(f"{where}: the log has {keys.get(first)} under its first sequence")
        if reasons.get(first if duplicate else sequence, 0) != reason:
            raise Differs(f"{where}: the log says reason {reasons.get(first if duplicate else sequence, 0)}")
        duplicates += duplicate
    return duplicates


def compare(build, folder, kills):
    """Returns: a sentence about what was compared."""
    done = subprocess.run([build / "bin/log_events", folder / "log", folder / "log.events",
                           folder / "log.commands"], text=True, capture_output=True)
    if done.returncode != 0:
        raise Differs(done.stderr.strip())
    logged = whole(folder / "log.events", EVENT_BYTES)
    epoch = compare_events(whole(folder / "books/events", EVENT_BYTES), logged)
    keys = {sequence: (low, high) for sequence, low, high
            in COMMAND.iter_unpack(whole(folder / "log.commands", COMMAND.size))}
    reasons = reasons_of(logged)
    answers, duplicates = 0, 0
    paths = sorted((folder / "books").glob("answers-*"))
    for path in paths:
        noted = whole(path, ANSWER.size)
        duplicates += compare_answers(int(path.name.split("-")[1]), noted, keys, reasons)
        answers += len(noted) // ANSWER.size
    # A run that shows nothing: most kills have to find the host at work, some between a command and its
    # answer.
    if len(paths) < 3 or epoch <= kills // 2 or (kills >= 20 and duplicates == 0):
        raise Differs(f"{kills} kills, but {epoch} epochs, {len(paths)} producers with {answers} answers, "
                      f"{duplicates} of them to commands sent again: that is no load")
    return (f"{len(logged) // EVENT_BYTES} events of {epoch} epochs, each once and in order; "
            f"{answers} answers in the log, {duplicates} to commands sent again")
