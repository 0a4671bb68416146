/** The English texts of the settings of the engine. */
export const en = {
  engine: {
    title: 'Settings: engine',
    intro: 'What training runs on. Changing it restarts the engine; a run continues where it was.',
    engine: 'Engine',
    inUse: 'In use',
    choices: { auto: 'Automatic', fast: 'Fast', safe: 'Safe', emulated: 'Emulated', plain: 'Plain' },
    choiceTexts: {
      auto: 'The fastest that passes its self-test when the program starts.',
      fast: 'WebAssembly with the widest SIMD available.',
      safe: 'The same kernels with all bounds checks; slower.',
      emulated: 'The same kernels, with a multiply-add made of simpler operations, for processors without one. Slow; for comparison.',
      plain: 'Plain loops, as in the formulas. Slow; for comparison.'
    },
    why: {
      auto: 'It is the fastest, and passed its self-test.',
      chosen: 'You chose it; it passed its self-test.',
      forced: 'Set by an environment variable.',
      fallback: 'A faster engine is unavailable or failed its self-test.'
    },
    vectors: 'SIMD',
    vectorsOf: {
      fast: '128-bit vectors, paired to 256 bits where the processor has AVX2',
      safe: '128-bit vectors',
      emulated: '128-bit vectors, multiply-add emulated',
      plain: 'none'
    },
    tile: 'Tile',
    tileOf: '{tile} (rows × float32 columns), the fastest in a test on this computer',
    threads: 'Threads',
    threadsOf: 'up to {threads}; this computer runs {cores} at once',
    threadsHint: 'Results do not depend on the number of threads. Small networks use one.',
    forced: 'The environment variable BACKPROP_LAB_ENGINE is {choice}. While it is set, the engine cannot be chosen here.',
    apply: 'Apply'
  }
} as const
