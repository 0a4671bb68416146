import { columnSums, forwardPanel, inputGradientPanel, transposeRows, weightGradientBlock } from './products'

/** The products in both precisions, for the self-test and the measurement of the tiles. */
export function forwardPanel32(tile: i32, rows: i32, depth: i32, a: usize, aPanel: i32, w: usize, bias: usize, z: usize): void {
  forwardPanel<f32>(tile, rows, depth, a, aPanel, w, bias, z)
}
export function forwardPanel64(tile: i32, rows: i32, depth: i32, a: usize, aPanel: i32, w: usize, bias: usize, z: usize): void {
  forwardPanel<f64>(tile, rows, depth, a, aPanel, w, bias, z)
}
export function transposeRows32(rows: i32, units: i32, gradZ: usize, panel: i32, target: usize): void {
  transposeRows<f32>(rows, units, gradZ, panel, target)
}
export function transposeRows64(rows: i32, units: i32, gradZ: usize, panel: i32, target: usize): void {
  transposeRows<f64>(rows, units, gradZ, panel, target)
}
export function inputGradientPanel32(
  tile: i32, rows: i32, inputs: i32, units: i32, w: usize, wPanel: i32, gradZ: usize, zeros: usize, square: usize, gradInput: usize
): void {
  inputGradientPanel<f32>(tile, rows, inputs, units, w, wPanel, gradZ, zeros, square, gradInput)
}
export function inputGradientPanel64(
  tile: i32, rows: i32, inputs: i32, units: i32, w: usize, wPanel: i32, gradZ: usize, zeros: usize, square: usize, gradInput: usize
): void {
  inputGradientPanel<f64>(tile, rows, inputs, units, w, wPanel, gradZ, zeros, square, gradInput)
}
export function weightGradientBlock32(tile: i32, inputs: i32, rows: i32, a: usize, gradZ: usize, zeros: usize, part: usize, gradW: usize): void {
  weightGradientBlock<f32>(tile, inputs, rows, a, gradZ, zeros, part, gradW)
}
export function weightGradientBlock64(tile: i32, inputs: i32, rows: i32, a: usize, gradZ: usize, zeros: usize, part: usize, gradW: usize): void {
  weightGradientBlock<f64>(tile, inputs, rows, a, gradZ, zeros, part, gradW)
}
export function columnSums32(rows: i32, gradZ: usize, part: usize, gradB: usize): void {
  columnSums<f32>(rows, gradZ, part, gradB)
}
export function columnSums64(rows: i32, gradZ: usize, part: usize, gradB: usize): void {
  columnSums<f64>(rows, gradZ, part, gradB)
}
