/**
 * A square of P × P numbers, transposed: `to` receives the columns of `from` as rows. Both have rows of 64 bytes, adjacent in `from`
 * and in `to`.
 */
export function transpose<T>(from: usize, to: usize): void {
  if (sizeof<T>() == 8) {
    for (let i = 0; i < 8; i += 2) {
      for (let j = 0; j < 8; j += 2) {
        const source = from + i * 64 + j * 8
        const target = to + j * 64 + i * 8
        const a = v128.load(source)
        const b = v128.load(source, 64)
        v128.store(target, v128.shuffle<f64>(a, b, 0, 2))
        v128.store(target, v128.shuffle<f64>(a, b, 1, 3), 64)
      }
    }
  } else {
    for (let i = 0; i < 16; i += 4) {
      for (let j = 0; j < 16; j += 4) {
        const source = from + i * 64 + j * 4
        const target = to + j * 64 + i * 4
        const a = v128.load(source)
        const b = v128.load(source, 64)
        const c = v128.load(source, 128)
        const d = v128.load(source, 192)
        const ab02 = v128.shuffle<f32>(a, b, 0, 4, 2, 6)
        const ab13 = v128.shuffle<f32>(a, b, 1, 5, 3, 7)
        const cd02 = v128.shuffle<f32>(c, d, 0, 4, 2, 6)
        const cd13 = v128.shuffle<f32>(c, d, 1, 5, 3, 7)
        v128.store(target, v128.shuffle<f64>(ab02, cd02, 0, 2))
        v128.store(target, v128.shuffle<f64>(ab13, cd13, 0, 2), 64)
        v128.store(target, v128.shuffle<f64>(ab02, cd02, 1, 3), 128)
        v128.store(target, v128.shuffle<f64>(ab13, cd13, 1, 3), 192)
      }
    }
  }
}
