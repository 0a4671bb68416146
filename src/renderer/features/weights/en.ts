/** The English texts of the weights and their files. */
export const en = {
  weights: {
    export: 'Save the trained weights',
    exportEpoch:
      'The weights of epoch {epoch}. Every file also holds feature names, scaling constants and class names, so that a prediction can be reproduced from the file alone.',
    safetensors: 'safetensors',
    safetensorsHint: 'PyTorch, JAX, Rust; loads without executing code',
    npz: 'NumPy .npz',
    npzHint: 'numpy.load("weights.npz")',
    json: 'JSON',
    jsonHint: 'Plain text, for any language',
    save: 'Save…',
    saveAs: 'Save as {format}',
    history: 'Save the curves',
    historyHint: 'One row per epoch, full precision',
    csv: 'CSV',
    tensors: 'Tensors',
    tensor: 'Tensor',
    kind: 'Kind',
    kinds: { weights: 'weights', bias: 'biases' },
    layer: 'Layer',
    shape: 'Shape',
    count: 'Parameters',
    total: 'Total',
    activation: 'Activation',
    layout: 'Weights are stored as [in, out]: Z = A·W + b.'
  }
} as const
