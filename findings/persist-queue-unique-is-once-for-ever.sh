#!/usr/bin/env bash
# A job that persist-queue's unique queue has done once is never taken again, and put() does not say so.
#
# Library: PyPI persist-queue 1.1.0 (UniqueAckQ, UniqueQ).
# Expected: its page: "Unique items only queue", a duplicate is ignored; acknowledging a job marks it as completed. What
#   has left the queue can be put again, as in UniqueQ.
# Seen: in UniqueAckQ an acknowledged job stays in the table that has to be unique: after put, get, ack the next put of
#   the same text is dropped, size is 0, and so after ack_failed. put returns None and raises nothing. In UniqueQ it is
#   taken; but with auto_commit=False one that is put while the first is being worked on is dropped too, and gone for
#   good when task_done commits.
# Why it hurts: "recompute stock of article 4711", "send order 17 again" are natural unique jobs. Each works once in the
#   life of the file. In a test each job is new; in production the stock of an article is right once and then stands.
# What to do: put a version or time into the job and drop the elder ones when you work; look at what put returns (None
#   is "not taken"); better keep "dirty" marks that are cleared before the work.
set -euo pipefail
. "$(dirname "$0")/packages.bash"
python_with persist-queue==1.1.0
python <<'PY'
import sys

import persistqueue


def again(queue, done):
    first = queue.put("recompute 4711")
    done(queue, queue.get())
    return first is not None, queue.put("recompute 4711") is not None, queue.size


acked = again(persistqueue.UniqueAckQ("acked"), lambda queue, job: queue.ack(job))
failed = again(persistqueue.UniqueAckQ("failed"), lambda queue, job: queue.ack_failed(job))
print(f"UniqueAckQ (first taken, second taken, size): after ack {acked}, after ack_failed {failed}")
plain = persistqueue.UniqueQ("plain")
plain.put("recompute 4711")
plain.get()
plain.put("recompute 4711")
manual = persistqueue.UniqueQ("manual", auto_commit=False)
manual.put("recompute 4711")
manual.get()
manual.put("recompute 4711")
manual.task_done()
print(f"UniqueQ, put again after get: size {plain.size}, with auto_commit=False and task_done: {manual.size}")
if (acked, failed, plain.size, manual.size) == ((True, False, 0), (True, False, 0), 1, 0):
    sys.exit(0)
print("changed: a job that was done is taken again")
sys.exit(1)
PY
