"""What the process around an engine does: signals, threads, the end of the interpreter, forks and
subinterpreters. Each case runs in an interpreter of its own, which must end by itself, in time and
without a word on stderr.
"""

from __future__ import annotations

import pathlib
import subprocess
import sys
import textwrap

import pytest
from conftest import TOP

PREFACE = """
import os, signal, sys, threading, time
sys.path.insert(0, {tests!r})
import allot
from conftest import place, shop, small_options

OWN = allot.Threading.OWN_THREAD
began = time.monotonic()

# Whoever started the tests in the background had it ignored, which a child inherits.
signal.signal(signal.SIGINT, signal.default_int_handler)

def opened(**changes):
    engine = allot.Engine(small_options(**{{"threading": OWN, **changes}}))
    engine.submit(shop(stock=10**6))
    engine.wait_idle()
    engine.poll_answers()
    engine.poll()
    return engine

def stuck():
    # An engine that is not idle and cannot go on, for nobody reads its events.
    engine = opened(events_max=20_480)
    for first in range(1, 20_001, 1_000):
        engine.submit([place(key) for key in range(first, first + 1_000)])
        engine.poll_answers()
    depth = -1
    while depth != (depth := engine.statistics.queue_depth):
        time.sleep(0.2)
    assert depth > 50, depth
    return engine

def passed():
    return time.monotonic() - began
"""


def run(script: str, timeout: float = 30, status: int = 0) -> str:
    """Returns: what the script printed. Fails when it does not end in time, or is not silent."""
    tests = str(TOP / "bindings/python/tests")
    whole = PREFACE.format(tests=tests) + textwrap.dedent(script)
    try:
        done = subprocess.run([sys.executable, "-X", "faulthandler", "-c", whole], text=True,
                              capture_output=True, timeout=timeout)
    except subprocess.TimeoutExpired as late:
        pytest.fail(f"did not end within {timeout} s; it printed {late.stdout!r}")
    assert (done.returncode, done.stderr) == (status, ""), done.stdout
    return done.stdout


# ---- signals -------------------------------------------------------------------------------------

HANDLERS = {
    "close": "engine.close()",
    "poll": "engine.poll()",
    "wait in poll": "engine.poll(timeout_ns=10**7)",
    "poll_array": "engine.poll_array()",
    "poll_answers": "engine.poll_answers()",
    "wait in poll_answers": "engine.poll_answers(timeout_ns=10**7)",
    "fileno": "engine.fileno()",
    "submit": "engine.submit([place(7)])",
    "acknowledge": "engine.acknowledge(0)",
    "statistics": "engine.statistics",
    "digest": "engine.digest",
    "conservation": "engine.conservation",
    "stream": "engine.stream",
    "log_point": "engine.log_point",
    "poison": "engine.poison",
    "wait_idle": "engine.wait_idle()",
    "stop": "engine.stop()",
}


WAITING = [("poll", call) for call in HANDLERS] + [
    ("poll_answers", call) for call in ("close", "poll_answers", "statistics", "stop", "submit")
]


@pytest.mark.parametrize(("waits", "call"), WAITING)
def test_a_handler_may_call_the_engine_while_poll_waits(waits: str, call: str) -> None:
    said = run(f"""
        engine = opened()
        called = []
        def handler(number, frame):
            {HANDLERS[call]}
            called.append(passed())
        signal.signal(signal.SIGALRM, handler)
        signal.setitimer(signal.ITIMER_REAL, 0.1)
        try:
            engine.{waits}(timeout_ns=2 * 10**9)
            ended = "returned"
        except allot.Closed:
            ended = "closed"
        assert called and called[0] < 1.5, called
        assert ended == ("closed" if {call!r} == "close" else "returned"), ended
        if {call!r} in ("close", "stop", "submit"):
            assert passed() < 1.5, passed()  # and does not wait to its end
        engine.close()
        print("done")
    """)
    assert said == "done\n"


@pytest.mark.parametrize("call", ["close", "poll", "statistics", "submit", "digest"])
def test_a_handler_may_call_the_engine_while_wait_idle_waits(call: str) -> None:
    said = run(f"""
        engine = stuck()
        began = time.monotonic()
        def handler(number, frame):
            {HANDLERS[call]}
            signal.signal(signal.SIGALRM, end)
            signal.setitimer(signal.ITIMER_REAL, 0.1)
        def end(number, frame):
            raise TimeoutError
        signal.signal(signal.SIGALRM, handler)
        signal.setitimer(signal.ITIMER_REAL, 0.1)
        try:
            engine.wait_idle()
            ended = "idle"
        except allot.Closed:
            ended = "closed"
        except TimeoutError:
            ended = "ended by a handler"
        signal.setitimer(signal.ITIMER_REAL, 0)
        assert ended != "idle" or {call!r} == "poll", ended
        assert (ended == "closed") == ({call!r} == "close"), ended
        assert passed() < 10
        print("done")
    """)
    assert said == "done\n"


@pytest.mark.parametrize("call", ["poll(timeout_ns=20 * 10**9)", "poll(timeout_ns=2**63 - 1)",
                                  "poll_answers(timeout_ns=20 * 10**9)",
                                  "poll_answers(timeout_ns=2**63 - 1)"])
def test_an_interrupt_ends_a_poll(call: str) -> None:
    said = run(f"""
        engine = opened()
        threading.Timer(0.2, os.kill, (os.getpid(), signal.SIGINT)).start()
        try:
            engine.{call}
        except KeyboardInterrupt:
            print("interrupted", passed() < 5)
        engine.close()
    """)
    assert said == "interrupted True\n"


def test_sigterm_that_closes_leaves_a_log_that_was_closed(tmp_path: pathlib.Path) -> None:
    run(f"""
        engine = opened(directory={str(tmp_path / "log")!r}, durability=allot.Durability.SYNC)
        engine.submit([place(1)])
        signal.signal(signal.SIGTERM, lambda *_: engine.close())
        threading.Timer(0.2, os.kill, (os.getpid(), signal.SIGTERM)).start()
        try:
            while True:
                engine.poll(timeout_ns=10**10)
        except allot.Closed:
            pass
        with allot.Engine(small_options(directory={str(tmp_path / "log")!r})) as again:
            assert again.conservation.held == 1
    """)


# ---- threads -------------------------------------------------------------------------------------

WAITS = {
    "poll": "engine.poll(timeout_ns=12 * 10**9)",
    "poll without end": "engine.poll(timeout_ns=2**63 - 1)",
    "poll_array": "engine.poll_array(timeout_ns=12 * 10**9)",
    "wait_idle": "engine.wait_idle()",
    "poll_answers": "engine.poll_answers(timeout_ns=12 * 10**9)",
    "poll_answers without end": "engine.poll_answers(timeout_ns=2**63 - 1)",
}


@pytest.mark.parametrize("waits", WAITS)
def test_close_wakes_every_waiter_at_once(waits: str) -> None:
    said = run(f"""
        engine = stuck() if {waits!r} == "wait_idle" else opened()
        ended = []
        def wait():
            try:
                {WAITS[waits]}
                ended.append("returned")
            except allot.Closed:
                ended.append("closed")
        threads = [threading.Thread(target=wait) for _ in range(4)]
        for thread in threads:
            thread.start()
        time.sleep(0.3)
        assert ended == []
        began = time.monotonic()
        engine.close()
        assert passed() < 1, passed()
        for thread in threads:
            thread.join()
        assert passed() < 1, passed()
        print(ended)
    """)
    assert said == f"{['closed'] * 4}\n"


def test_others_submit_while_answers_are_waited_for() -> None:
    said = run("""
        engine = opened()
        found = []
        waiter = threading.Thread(
            target=lambda: found.extend(engine.poll_answers(timeout_ns=20 * 10**9)))
        waiter.start()
        time.sleep(0.3)
        began = time.monotonic()
        engine.submit([place(1)])
        waiter.join()
        print([answer.command_key for answer in found], passed() < 5)
        engine.close()
    """)
    assert said == "[1] True\n"


def test_an_event_loop_waits_for_answers() -> None:
    said = run("""
        import asyncio

        async def main():
            loop, answers, came = asyncio.get_running_loop(), [], asyncio.Event()
            def read():
                answers.extend(engine.poll_answers())
                came.set()
            loop.add_reader(engine, read)
            for key in range(1, 51):
                engine.submit([place(key)])
                while len(answers) < key:
                    came.clear()
                    await asyncio.wait_for(came.wait(), 10)
            loop.remove_reader(engine)
            return [answer.command_key for answer in answers]

        engine = opened()
        print(asyncio.run(main()) == list(range(1, 51)))
        engine.close()
    """)
    assert said == "True\n"


def test_other_calls_do_not_wait_for_a_poll() -> None:
    said = run("""
        engine = opened()
        waiter = threading.Thread(target=lambda: engine.poll(timeout_ns=5 * 10**9))
        waiter.start()
        time.sleep(0.2)
        began = time.monotonic()
        engine.acknowledge(0)
        engine.stream, engine.statistics, engine.digest, engine.poll(), engine.poll_answers()
        print(passed() < 1)
        engine.submit([place(1)])
        waiter.join()
        print(passed() < 2)
        engine.close()
    """)
    assert said == "True\nTrue\n"


def test_engines_close_while_all_their_calls_run() -> None:
    said = run("""
        calls = [lambda: engine.poll(timeout_ns=10**6), lambda: engine.poll_answers(),
                 lambda: engine.submit([place(next(keys))]), lambda: engine.statistics,
                 lambda: engine.digest, lambda: engine.stream, lambda: engine.wait_idle(),
                 lambda: engine.poison, lambda: engine.log_point, lambda: engine.conservation, lambda: engine.acknowledge(0)]
        from itertools import count
        keys = count(1)
        for round in range(8):
            engine = opened()
            def repeat(call):
                try:
                    while True:
                        call()
                except allot.Closed:
                    pass
            threads = [threading.Thread(target=repeat, args=(call,)) for call in calls * 2]
            for thread in threads:
                thread.start()
            time.sleep(0.02)
            closers = [threading.Thread(target=engine.close) for _ in range(3)]
            for closer in closers:
                closer.start()
            for thread in [*threads, *closers]:
                thread.join()
            assert engine.closed
        print("done")
    """, timeout=120)
    assert said == "done\n"


def test_close_waits_for_another_close(tmp_path: pathlib.Path) -> None:
    # Who closed may open the same log, whoever else was closing it.
    run(f"""
        for round in range(8):
            engine = opened(directory={str(tmp_path / "log")!r}, durability=allot.Durability.ASYNC)
            other = threading.Thread(target=engine.close)
            other.start()
            engine.close()
            allot.Engine(small_options(directory={str(tmp_path / "log")!r})).close()
            other.join()
    """, timeout=60)


# ---- the end of the interpreter ------------------------------------------------------------------

LOOPS = {
    "poll": "engine.poll(timeout_ns=12 * 10**9)",
    "poll without waiting": "engine.poll()",
    "poll_answers": "engine.poll_answers()",
    "submit": "engine.submit([place(next(keys))])",
    "submit dicts": "engine.submit([{'cancel': {'command_key': next(keys), 'order_key': '1'}}])",
    "submit columns": "engine.submit(allot.Batch({'command_key': [next(keys)], 'order_key': [1]},"
                      " command=allot.Cancel))",
    "wait_idle": "engine.wait_idle()",
    "digest": "engine.digest",
    "statistics": "engine.statistics",
    "open": "allot.Engine(small_options()).close()",
    "open and leave": "kept.append(allot.Engine(small_options(threading=OWN))) if len(kept) < 20"
                      " else time.sleep(1)",
}


@pytest.mark.parametrize("loop", LOOPS)
@pytest.mark.parametrize("closed", ["closed", "left open"])
def test_daemon_threads_end_with_the_interpreter(loop: str, closed: str) -> None:
    run(f"""
        from itertools import count
        keys, kept = count(1), []
        engine = opened()
        def repeat():
            try:
                while True:
                    {LOOPS[loop]}
            except allot.Closed:
                pass
        for _ in range(5):
            threading.Thread(target=repeat, daemon=True).start()
        time.sleep(0.1)
        if {closed!r} == "closed":
            engine.close()
    """)


def test_daemon_threads_that_go_on_asking_end_too() -> None:
    run("""
        engine = opened()
        def repeat():
            while True:
                try:
                    engine.poll(timeout_ns=10**9)
                except allot.Closed:
                    pass
        for _ in range(3):
            threading.Thread(target=repeat, daemon=True).start()
        time.sleep(0.1)
    """)


def test_an_engine_that_is_left_open_is_closed_at_exit(tmp_path: pathlib.Path) -> None:
    log = str(tmp_path / "log")
    run(f"""
        engine = opened(directory={log!r}, durability=allot.Durability.ASYNC)
        engine.submit([place(1)])
    """)
    run(f"""
        with allot.Engine(small_options(directory={log!r})) as again:
            assert again.conservation.held == 1
    """)


def test_at_exit_calls_are_refused() -> None:
    said = run("""
        import atexit
        def late():
            for call in (lambda: engine.poll(), lambda: allot.Engine(small_options())):
                try:
                    call()
                except allot.Closed as error:
                    print(error)
        atexit.unregister(late)
        engine = opened()
        import allot.at_exit
        atexit._run_exitfuncs()
        late()
    """)
    assert said.count("the interpreter is about to end") >= 1


# ---- forks ---------------------------------------------------------------------------------------

# What a child may ask of an engine that its parent opened; each call but the last is refused.
IN_CHILD = """
def refused():
    calls = [lambda: engine.submit([place(2)]), lambda: engine.poll(),
             lambda: engine.poll(timeout_ns=10**10), lambda: engine.poll_answers(),
             lambda: engine.poll_answers(timeout_ns=10**10), lambda: engine.fileno(),
             lambda: engine.acknowledge(0), lambda: engine.wait_idle(), lambda: engine.stop(),
             lambda: engine.digest, lambda: engine.conservation, lambda: engine.statistics,
             lambda: engine.stream, lambda: engine.log_point, lambda: engine.poison,
             lambda: engine.look_up.count(allot.IdKind.SKU)]
    for call in calls:
        try:
            call()
        except allot.OtherProcess as error:
            assert "process" in str(error), error
        else:
            raise SystemExit(f"call {calls.index(call)} was taken")
    return len(calls)
"""


@pytest.mark.parametrize("end", ["os._exit(0)", "sys.exit(0)", "engine.close(); sys.exit(0)",
                                 "del engine; sys.exit(0)"])
@pytest.mark.parametrize("threads", ["alone", "with threads"])
def test_a_child_of_fork_harms_nothing(tmp_path: pathlib.Path, end: str, threads: str) -> None:
    log = str(tmp_path / "log")
    said = run(IN_CHILD + textwrap.dedent(f"""
        engine = opened(directory={log!r}, durability=allot.Durability.SYNC)
        if {threads!r} == "with threads":
            def repeat(call):
                try:
                    while True:
                        call()
                except allot.Closed:
                    pass
            for call in (lambda: engine.poll(timeout_ns=10**7), lambda: engine.statistics,
                         lambda: engine.poll_answers(), lambda: engine.digest) * 2:
                threading.Thread(target=repeat, args=(call,), daemon=True).start()
            time.sleep(0.1)
        children = []
        for _ in range(8):
            child = os.fork()
            if child == 0:
                sys.stdout = open(os.devnull, "w")
                assert refused() == 16
                {end}
            children.append(child)
        for child in children:
            assert os.waitpid(child, 0)[1] == 0
        assert engine.submit([place(1)])
        engine.wait_idle()
        try:
            allot.Engine(small_options(directory={log!r}))
        except allot.InvalidArgument as error:
            print("still locked" if "another engine" in str(error) else error)
        engine.close()
        with allot.Engine(small_options(directory={log!r})) as again:
            print(again.conservation.held, again.poison)
    """))
    assert said == "still locked\n1 None\n"


def test_a_child_opens_an_engine_of_its_own(tmp_path: pathlib.Path) -> None:
    said = run(f"""
        import multiprocessing
        engine = opened()
        def work(number):
            with allot.Engine(small_options(directory=f"{tmp_path}/{{number}}", threading=OWN)) as own:
                own.submit([*shop(), place(number)])
                own.wait_idle()
                return own.conservation.held
        with multiprocessing.get_context("fork").Pool(3) as pool:
            print(sorted(pool.map(work, [1, 2, 3])))
        assert engine.submit([place(1)])
        engine.close()
    """, timeout=60)
    assert said == "[1, 1, 1]\n"


def test_a_handler_that_forks_leaves_the_wait_of_the_parent_alone() -> None:
    said = run("""
        engine = opened()
        def handler(number, frame):
            if os.fork() == 0:
                return  # into the wait of the parent, which is refused here
            os.wait()
            engine.submit([place(1)])
        signal.signal(signal.SIGALRM, handler)
        signal.setitimer(signal.ITIMER_REAL, 0.1)
        try:
            print(len(engine.poll(timeout_ns=10**10)), flush=True)
        except allot.OtherProcess:
            os._exit(0)
        engine.close()
    """)
    assert said == "2\n"


# ---- subinterpreters -----------------------------------------------------------------------------


SUBINTERPRETER = """
import sys, warnings
warnings.simplefilter("ignore")
try:
    import allot
except ImportError as error:
    print("refused:", error, flush=True)
assert "allot._native" not in sys.modules
"""


def test_a_subinterpreter_is_refused_and_harms_nobody() -> None:
    said = run(f"""
        try:
            import _interpreters as interpreters  # from 3.13 on
        except ImportError:
            import _xxsubinterpreters as interpreters
        engine = opened()
        other = interpreters.create()
        interpreters.run_string(other, {SUBINTERPRETER!r})
        assert engine.submit([place(1)])
        engine.wait_idle()
        assert [answer.ok for answer in engine.poll_answers()] == [True]
        try:
            engine.submit([place(-1)])
        except allot.InvalidArgument:
            print("still itself", flush=True)
        interpreters.destroy(other)
        assert engine.submit([place(2)])
        engine.close()
    """)
    assert said.startswith("refused:") and "subinterpreter" in said and "still itself" in said
