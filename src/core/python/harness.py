"""The surroundings of a student's program: they run it, call its `backward`, and say in plain data what came out."""


def _make_harness():
    import builtins, io, json, linecache, math, sys, traceback
    import numpy as np

    # A program can change what it finds, but not these.
    load, dump, fileopen, array = json.load, json.dumps, builtins.open, np.array
    NAME = "backward.py"

    class Silent(io.TextIOBase):
        def write(self, text):
            return len(text)

    silent = Silent()
    # Far beyond an exercise, and far from the end of the host's own stack.
    DEPTH = 500
    sys.setrecursionlimit(DEPTH)

    class Unusable(Exception):
        """A result that is not loss and gradients, with the code of the sentence about it."""

        def __init__(self, code, **details):
            super().__init__(code)
            self.code, self.details = code, details

    def described(error):
        frames = [f for f in traceback.extract_tb(error.__traceback__) if f.filename == NAME]
        line = frames[-1].lineno if frames else None
        if isinstance(error, SyntaxError) and error.filename == NAME:
            line = error.lineno
        shown = traceback.TracebackException.from_exception(error, limit=None)
        shown.stack = traceback.StackSummary.from_list(frames[-20:])
        shown.__cause__ = shown.__context__ = None
        text = "".join(shown.format())
        return {
            "type": type(error).__name__,
            "message": str(error)[:2000],
            "line": line,
            "text": text[-8000:],
            "name": getattr(error, "name", None) if isinstance(error, (NameError, ImportError, AttributeError)) else None,
        }

    def matrix(value, where, rows, columns):
        try:
            found = array(value, dtype=np.float64)
        except Exception:
            raise Unusable("not-numbers", tensor=where) from None
        expected = (rows, columns) if rows else (columns,)
        if found.shape != expected and not (not rows and found.shape == (1, columns)):
            raise Unusable("shape", tensor=where, expected=str(expected), shape=str(found.shape))
        found = found.reshape(expected)
        if not np.isfinite(found).all():
            raise Unusable("not-finite", tensor=where)
        return found.tolist()

    def loss_of(value):
        try:
            number = float(array(value, dtype=np.float64).reshape(()))
        except Exception:
            raise Unusable("loss") from None
        if not math.isfinite(number):
            raise Unusable("loss-not-finite", value=str(number))
        return number

    def layer_of(grads, l, key):
        name = f"{key}{l + 1}"
        if isinstance(grads, dict):
            for spelling in (name, f"d{name}"):
                if spelling in grads:
                    return grads[spelling]
            raise Unusable("missing", tensor=name)
        try:
            layer = grads[l]
            return layer[key] if isinstance(layer, dict) else layer["Wb".index(key)]
        except (KeyError, IndexError, TypeError):
            raise Unusable("missing", tensor=name) from None

    def answer_of(returned, net):
        try:
            loss, grads = returned
        except Exception:
            raise Unusable("pair", type=type(returned).__name__) from None
        if not isinstance(grads, (dict, list, tuple)):
            raise Unusable("grads", type=type(grads).__name__)
        if not isinstance(grads, dict) and len(grads) != len(net["P"]):
            raise Unusable("layers", expected=len(net["P"]), count=len(grads))
        layers = []
        for l, given in enumerate(net["P"]):
            rows, columns = len(given["W"]), len(given["W"][0])
            layer = {"W": matrix(layer_of(grads, l, "W"), f"W{l + 1}", rows, columns)}
            if "b" in given:
                layer["b"] = matrix(layer_of(grads, l, "b"), f"b{l + 1}", 0, columns)
            layers.append(layer)
        return {"loss": loss_of(loss), "gradients": layers}

    def inputs_of(net):
        kind = sys.modules["torch"].Tensor if "torch" in sys.modules else np.ndarray
        made = lambda value, dtype: array(value, dtype=dtype).view(kind)
        P = [{key: made(value, np.float64) for key, value in layer.items()} for layer in net["P"]]
        y = made(net["y"], np.int64 if net["classes"] else np.float64)
        return P, made(net["X"], np.float64), y, net["reg"]

    def load_program(source):
        linecache.cache[NAME] = (len(source), None, source.splitlines(True), NAME)
        scope = {"__name__": "__main__", "__builtins__": builtins}
        exec(compile(source, NAME, "exec"), scope)
        return scope

    def function_of(scope):
        found = scope.get("backward")
        if not callable(found):
            raise Unusable("no-function")
        return found

    def watched(backward, names, net):
        """The answer to a network, and the arrays that the function had under some names when it returned."""
        seen = {}

        def look(frame, event, _):
            code = frame.f_code
            if event == "return" and code.co_filename == NAME and code.co_name == "backward":
                seen.update((name, frame.f_locals[name]) for name in names if name in frame.f_locals)

        sys.setprofile(look if names else None)
        try:
            returned = backward(*inputs_of(net))
        finally:
            sys.setprofile(None)
        arrays = {name: numbers_of(value) for name, value in seen.items()}
        return {**answer_of(returned, net), "seen": {name: rows for name, rows in arrays.items() if rows is not None}}

    def numbers_of(value):
        """Rows of finite numbers; None for anything else, which is nobody's fault."""
        try:
            found = array(value, dtype=np.float64)
        except Exception:
            return None
        if found.ndim == 1:
            found = found.reshape(1, -1)
        return found.tolist() if found.ndim == 2 and found.size <= 100_000 and np.isfinite(found).all() else None

    def outcome(attempt):
        try:
            return attempt()
        except Unusable as error:
            return {"unusable": error.code, "details": error.details}
        except BaseException as error:
            return {"error": described(error)}

    def solve(given):
        """Loss and gradients of each network; where the first fails, no other is tried."""
        backward = function_of(load_program(given["source"]))
        answers = []
        for net in given["nets"]:
            answers.append(outcome(lambda: watched(backward, given.get("watch", ()), net)))
            if "gradients" not in answers[0]:
                return answers[0]
            # What it prints of its own network is what one looks for.
            sys.stdout = silent
        return {"answers": answers}

    def differences(given):
        """Central differences of the program's own loss, with the steps really taken."""
        backward = function_of(load_program(given["source"]))
        P, X, y, reg = inputs_of(given["net"])
        sys.stdout = silent
        found = []
        for layer, key, index in given["places"]:
            flat = P[layer][key].reshape(-1)
            kept, losses, points = flat[index], [], []
            for step in (given["step"], -given["step"]):
                flat[index] = kept + step
                points.append(float(flat[index]))
                fresh = [{k: v.copy() for k, v in one.items()} for one in P]
                losses.append(loss_of(backward(fresh, X.copy(), y.copy(), reg)[0]))
            flat[index] = kept
            found.append((losses[0] - losses[1]) / (points[0] - points[1]))
        return {"differences": found}

    def plain(given):
        """The program alone; what it prints is its result."""
        load_program(given["source"])
        return {}

    programs = {"solve": solve, "differences": differences, "plain": plain}

    kept = [(vars(module), dict(vars(module))) for module in (builtins, json, traceback, np)]
    modules, path, finders = dict(sys.modules), list(sys.path), list(sys.meta_path)

    def tidy():
        """Puts back what a program before may have changed."""
        for names, before in kept:
            names.update(before)
        sys.modules.update(modules)
        # Whether a program writes PyTorch is seen from what it imports.
        sys.modules.pop("torch", None)
        sys.path[:], sys.meta_path[:] = [*path, "/x/lib"], finders
        sys.stdout, sys.stderr = (fileopen(fd, "w", buffering=1, encoding="utf-8", closefd=False) for fd in (1, 2))
        sys.settrace(None)
        sys.setprofile(None)
        sys.setrecursionlimit(DEPTH)

    def run(name):
        tidy()
        with fileopen("/x/in.json", encoding="utf-8") as file:
            given = load(file)
        result = outcome(lambda: programs[name](given))
        for stream in (sys.stdout, sys.stderr):
            if stream is not None and not stream.closed:
                stream.flush()
        with fileopen("/x/out.json", "w", encoding="utf-8") as file:
            file.write(dump(result))

    return run


def _add_module(name, source):
    """Puts a module where programs find it."""
    import os

    os.makedirs("/x/lib", exist_ok=True)
    with open(f"/x/lib/{name}.py", "w", encoding="utf-8") as file:
        file.write(source)


_run_program = _make_harness()
