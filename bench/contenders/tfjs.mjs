import * as tf from '@tensorflow/tfjs'
import { dataOf, LEARNING_RATE, weightsOf } from '../workloads.mjs'
import { serve } from '../serve.mjs'

/** TensorFlow.js with its own optimizers and gradients, one backend a process: `node tfjs.mjs cpu|wasm`. */
const backend = process.argv[2]

/** @param {import('../workloads.mjs').Workload} workload */
function create(workload) {
  const { layers, batch, rows, optimizer: kind, precision } = workload
  if (precision !== 'f32') throw new Error('TensorFlow.js has no float64')
  const { X, classes, order } = dataOf(workload)
  const inputs = tf.tensor2d(X, [rows, layers[0]])
  const answers = tf.oneHot(tf.tensor1d(classes, 'int32'), layers[layers.length - 1]).toFloat()
  const W = weightsOf(workload).map((values, l) => tf.variable(tf.tensor2d(values, [layers[l], layers[l + 1]])))
  const b = W.map((_, l) => tf.variable(tf.zeros([layers[l + 1]])))
  const optimizer = kind === 'adam' ? tf.train.adam(LEARNING_RATE) : tf.train.sgd(LEARNING_RATE)
  let step = 0

  const takeStep = () => {
    const start = (step++ * batch) % (rows - batch + 1)
    tf.tidy(() => {
      const chosen = tf.tensor1d(order.subarray(start, start + batch), 'int32')
      const x = tf.gather(inputs, chosen)
      const y = tf.gather(answers, chosen)
      optimizer.minimize(() => {
        const scores = W.reduce((a, weights, l) => {
          const z = a.matMul(weights).add(b[l])
          return l < W.length - 1 ? z.relu() : z
        }, x)
        return /** @type {any} */ (tf.losses.softmaxCrossEntropy(y, scores))
      })
    })
  }

  return {
    /** @param {number} limit */
    run(limit) {
      for (let s = 0; s < limit; s++) takeStep()
      return limit
    }
  }
}

await serve(async () => {
  tf.enableProdMode()
  if (backend === 'wasm') await import('@tensorflow/tfjs-backend-wasm')
  if (!(await tf.setBackend(backend))) throw new Error(`TensorFlow.js has no backend ${backend} here.`)
  await tf.ready()
  return { about: `TensorFlow.js ${tf.version.tfjs}, ${tf.getBackend()}`, create }
})
