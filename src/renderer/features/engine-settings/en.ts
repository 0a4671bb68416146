/** The English texts of the settings of the engine. */
export const en = {
  engine: {
    title: 'Settings: engine',
    intro: 'What training runs on. A change starts the engine again; a run goes on from where it is, on what is chosen then.',
    engine: 'Engine',
    inUse: 'In use',
    choices: { auto: 'Automatic', fast: 'Fast', safe: 'Safe', plain: 'Plain' },
    choiceTexts: {
      auto: 'The fastest that passes its self-test when the program starts.',
      fast: 'WebAssembly with the widest vectors of the processor.',
      safe: 'The same kernels with every check of WebAssembly; slower.',
      plain: 'Loops as the formulas read, without WebAssembly. Slow; to compare with.'
    },
    why: {
      auto: 'It is the fastest, and passed its self-test.',
      chosen: 'You chose it; it passed its self-test.',
      forced: 'The environment asks for it.',
      fallback: 'A faster one is left aside.'
    },
    vectors: 'SIMD',
    vectorsOf: {
      fast: '128-bit vectors, paired to 256 bits where the processor has AVX2',
      safe: '128-bit vectors',
      plain: 'none'
    },
    tile: 'Tile',
    tileOf: '{tile} (rows × float32 columns), the fastest as timed here',
    arithmetic: 'Arithmetic',
    arithmetics: { strict: 'Strict', fused: 'Fused' },
    arithmeticTexts: {
      strict: 'Product and sum are rounded apart: the same bits on every computer.',
      fused: 'Rounded together where the processor can: faster, but the last bits may differ from one computer to another.'
    },
    threads: 'Threads',
    threadsOf: 'up to {threads}; this computer runs {cores} at once',
    threadsHint: 'No bit depends on them. A small network is faster on one, and gets one.',
    forced: 'The environment variable BACKPROP_LAB_ENGINE is {choice}. While it is set, the engine is not chosen here.',
    apply: 'Apply'
  }
} as const
