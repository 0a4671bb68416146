"""A small part of PyTorch on NumPy, in float64, without automatic differentiation: what a backward pass by hand is written with."""
import collections as _collections
import numpy as _np

float32, float64, double, int64, long, int32 = _np.float64, _np.float64, _np.float64, _np.int64, _np.int64, _np.int32
bool = _np.bool_
pi, e, inf, nan = _np.pi, _np.e, _np.inf, _np.nan
_Found = _collections.namedtuple("_Found", ["values", "indices"])


def _wrap(value):
    return value.view(Tensor) if type(value) is _np.ndarray else value


def _axes(dim, keepdim):
    return {"axis": tuple(dim) if isinstance(dim, list) else dim, "keepdims": keepdim}


def _both(values, indices, dim, keepdim, array):
    if dim is None:
        return _wrap(values(array))
    places = indices(array, axis=dim)
    places = _np.expand_dims(places, dim) if keepdim else places
    return _Found(_wrap(values(array, axis=dim, keepdims=keepdim)), _wrap(_np.asarray(places)))


class Tensor(_np.ndarray):
    """An array with PyTorch's names; NumPy's work as well."""

    def t(self):
        return self.T

    def mm(self, other):
        return matmul(self, other)

    matmul = mv = mm

    def size(self, dim=None):
        return self.shape if dim is None else self.shape[dim]

    def dim(self):
        return self.ndim

    def numel(self):
        return int(_np.prod(self.shape))

    def transpose(self, *axes):
        a = _np.asarray(self)
        two = len(axes) == 2 and all(isinstance(axis, int) for axis in axes) and (self.ndim > 2 or axes != (1, 0))
        return _wrap(_np.swapaxes(a, *axes) if two else a.transpose(*axes))

    def permute(self, *axes):
        return _wrap(_np.asarray(self).transpose(*axes))

    def sum(self, dim=None, keepdim=False, axis=None, keepdims=False, **options):
        return sum(self, dim if axis is None else axis, keepdim or keepdims, **options)

    def mean(self, dim=None, keepdim=False, axis=None, keepdims=False, **options):
        return mean(self, dim if axis is None else axis, keepdim or keepdims, **options)

    def max(self, dim=None, keepdim=False, axis=None, keepdims=False, **options):
        if axis is not None or keepdims or options:
            return _np.asarray(self).max(axis=axis, keepdims=keepdims, **options)
        return max(self, dim, keepdim)

    def min(self, dim=None, keepdim=False, axis=None, keepdims=False, **options):
        if axis is not None or keepdims or options:
            return _np.asarray(self).min(axis=axis, keepdims=keepdims, **options)
        return min(self, dim, keepdim)

    def argmax(self, dim=None, keepdim=False, axis=None):
        return argmax(self, dim if axis is None else axis, keepdim)

    def exp(self):
        return exp(self)

    def log(self):
        return log(self)

    def sqrt(self):
        return sqrt(self)

    def tanh(self):
        return tanh(self)

    def sigmoid(self):
        return sigmoid(self)

    def relu(self):
        return relu(self)

    def abs(self):
        return abs(self)

    def pow(self, exponent):
        return self**exponent

    def square(self):
        return self * self

    def clamp(self, min=None, max=None):
        return clamp(self, min, max)

    def view(self, *shape, **options):
        given = shape[0] if len(shape) == 1 else shape
        if isinstance(given, (int, tuple)) and given != ():
            return self.reshape(given)
        return super().view(*shape, **options)

    def unsqueeze(self, dim):
        return unsqueeze(self, dim)

    def float(self):
        return self.astype(_np.float64)

    double = float

    def long(self):
        return self.astype(_np.int64)

    def to(self, *args, **options):
        kinds = [kind for kind in args if isinstance(kind, type)]
        return self.astype(kinds[0]) if kinds else self

    def clone(self):
        return self.copy()

    def detach(self):
        return self

    contiguous = cpu = detach

    def numpy(self):
        return _np.asarray(self)

    def add_(self, other):
        self += other
        return self

    def sub_(self, other):
        self -= other
        return self

    def mul_(self, other):
        self *= other
        return self

    def zero_(self):
        self[...] = 0
        return self


def tensor(data, dtype=None, **_):
    made = _np.array(data, dtype=dtype)
    return _wrap(made.astype(_np.float64) if dtype is None and made.dtype.kind == "f" else made)


as_tensor = tensor


def from_numpy(data):
    return _wrap(_np.asarray(data))


def _shape(size):
    return size[0] if len(size) == 1 and not isinstance(size[0], int) else size


def zeros(*size, dtype=_np.float64, **_):
    return _wrap(_np.zeros(_shape(size), dtype))


def ones(*size, dtype=_np.float64, **_):
    return _wrap(_np.ones(_shape(size), dtype))


def full(size, value, dtype=None, **_):
    return _wrap(_np.full(size, value, dtype))


def eye(n, m=None, dtype=_np.float64, **_):
    return _wrap(_np.eye(n, m, dtype=dtype))


def arange(*args, dtype=None, **_):
    return _wrap(_np.arange(*args, dtype=dtype))


def zeros_like(x, dtype=None, **_):
    return _wrap(_np.zeros_like(_np.asarray(x), dtype))


def ones_like(x, dtype=None, **_):
    return _wrap(_np.ones_like(_np.asarray(x), dtype))


def sum(x, dim=None, keepdim=False, **options):
    return _wrap(_np.asarray(x).sum(**_axes(dim, keepdim), **options))


def mean(x, dim=None, keepdim=False, **options):
    return _wrap(_np.asarray(x).mean(**_axes(dim, keepdim), **options))


def max(x, dim=None, keepdim=False):
    if isinstance(dim, _np.ndarray):
        return maximum(x, dim)
    return _both(_np.max, _np.argmax, dim, keepdim, _np.asarray(x))


def min(x, dim=None, keepdim=False):
    if isinstance(dim, _np.ndarray):
        return minimum(x, dim)
    return _both(_np.min, _np.argmin, dim, keepdim, _np.asarray(x))


def argmax(x, dim=None, keepdim=False):
    return _wrap(_np.argmax(_np.asarray(x), axis=dim, keepdims=keepdim))


def maximum(x, y):
    return _wrap(_np.maximum(x, y))


def minimum(x, y):
    return _wrap(_np.minimum(x, y))


def matmul(x, y):
    return _wrap(_np.matmul(x, y))


mm = dot = mv = matmul


def t(x):
    return x.T


def transpose(x, a, b):
    return _wrap(_np.swapaxes(x, a, b))


def exp(x):
    return _wrap(_np.exp(x))


def log(x):
    return _wrap(_np.log(x))


def sqrt(x):
    return _wrap(_np.sqrt(x))


def tanh(x):
    return _wrap(_np.tanh(x))


def sigmoid(x):
    return _wrap(1 / (1 + _np.exp(-x)))


def relu(x):
    return maximum(x, 0.0)


def abs(x):
    return _wrap(_np.abs(x))


def sign(x):
    return _wrap(_np.sign(x))


def pow(x, exponent):
    return x**exponent


def square(x):
    return x * x


def clamp(x, min=None, max=None):
    return _wrap(_np.clip(x, min, max))


def where(condition, x, y):
    return _wrap(_np.where(condition, x, y))


def softmax(x, dim):
    shifted = _np.exp(_np.asarray(x) - _np.max(_np.asarray(x), axis=dim, keepdims=True))
    return _wrap(shifted / shifted.sum(axis=dim, keepdims=True))


def logsumexp(x, dim, keepdim=False):
    top = _np.max(_np.asarray(x), axis=dim, keepdims=True)
    found = top + _np.log(_np.exp(_np.asarray(x) - top).sum(axis=dim, keepdims=True))
    return _wrap(found if keepdim else _np.squeeze(found, dim))


def log_softmax(x, dim):
    return _wrap(_np.asarray(x) - _np.asarray(logsumexp(x, dim, True)))


def unsqueeze(x, dim):
    return _wrap(_np.expand_dims(x, dim))


def cat(tensors, dim=0):
    return _wrap(_np.concatenate(tensors, axis=dim))


def stack(tensors, dim=0):
    return _wrap(_np.stack(tensors, axis=dim))


def allclose(x, y, rtol=1e-5, atol=1e-8):
    return _np.allclose(x, y, rtol, atol)


class no_grad:
    """There is nothing to switch off."""

    def __enter__(self):
        return self

    def __exit__(self, *_):
        return None
