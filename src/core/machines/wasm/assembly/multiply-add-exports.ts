import { multiplyAdd } from './multiply-add'

/** target = a · b + target, number by number, over `bytes` bytes, a multiple of 16: for the self-test, which asks how it rounds. */
function multiplyAddAll<T>(a: usize, b: usize, target: usize, bytes: i32): void {
  for (let e: usize = 0; e < <usize>bytes; e += 16) {
    v128.store(target + e, multiplyAdd<T>(v128.load(a + e), v128.load(b + e), v128.load(target + e)))
  }
}

export function multiplyAdd32(a: usize, b: usize, target: usize, bytes: i32): void {
  multiplyAddAll<f32>(a, b, target, bytes)
}
export function multiplyAdd64(a: usize, b: usize, target: usize, bytes: i32): void {
  multiplyAddAll<f64>(a, b, target, bytes)
}
