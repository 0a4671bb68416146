import { activate, throughActivation, update } from './catalogue'
import { dropoutMask } from './dropout'
import { allFinite } from './finite'
import { scoreOfRow } from './losses'
import { Layer, Plan } from './plan'
import { addPenaltyGradient } from './regularizers'
import { lossesOfRows } from './rows'

/** The functions that work element by element, in both precisions, for the tests. */
export function activate32(code: i32, z: usize, a: usize, bytes: i32): void {
  activate<f32>(code, z, a, bytes)
}
export function activate64(code: i32, z: usize, a: usize, bytes: i32): void {
  activate<f64>(code, z, a, bytes)
}
export function throughActivation32(code: i32, grad: usize, z: usize, a: usize, bytes: i32): void {
  throughActivation<f32>(code, grad, z, a, bytes)
}
export function throughActivation64(code: i32, grad: usize, z: usize, a: usize, bytes: i32): void {
  throughActivation<f64>(code, grad, z, a, bytes)
}
export function lossesOfRows32(plan: Plan, layer: Layer, from: i32, to: i32, divisor: f64, learns: bool): void {
  lossesOfRows<f32>(plan, layer, from, to, divisor, learns)
}
export function lossesOfRows64(plan: Plan, layer: Layer, from: i32, to: i32, divisor: f64, learns: bool): void {
  lossesOfRows<f64>(plan, layer, from, to, divisor, learns)
}
export function scoreOfRow32(metric: i32, row: usize, panelBytes: i32, width: i32, target: usize): f64 {
  return scoreOfRow<f32>(metric, row, panelBytes, width, target)
}
export function scoreOfRow64(metric: i32, row: usize, panelBytes: i32, width: i32, target: usize): f64 {
  return scoreOfRow<f64>(metric, row, panelBytes, width, target)
}
export function update32(code: i32, w: usize, g: usize, slot1: usize, slot2: usize, bytes: i32, context: usize): void {
  update<f32>(code, w, g, slot1, slot2, bytes, context)
}
export function update64(code: i32, w: usize, g: usize, slot1: usize, slot2: usize, bytes: i32, context: usize): void {
  update<f64>(code, w, g, slot1, slot2, bytes, context)
}
export function addPenaltyGradient32(g: usize, w: usize, bytes: i32, l1: f64, l2: f64): void {
  addPenaltyGradient<f32>(g, w, bytes, l1, l2)
}
export function addPenaltyGradient64(g: usize, w: usize, bytes: i32, l1: f64, l2: f64): void {
  addPenaltyGradient<f64>(g, w, bytes, l1, l2)
}
export function dropoutMask32(state: usize, mask: usize, panelBytes: i32, rows: i32, units: i32, rate: f64): void {
  dropoutMask<f32>(state, mask, panelBytes, rows, units, rate)
}
export function dropoutMask64(state: usize, mask: usize, panelBytes: i32, rows: i32, units: i32, rate: f64): void {
  dropoutMask<f64>(state, mask, panelBytes, rows, units, rate)
}
export function allFinite32(p: usize, bytes: i32): bool {
  return allFinite<f32>(p, bytes)
}
export function allFinite64(p: usize, bytes: i32): bool {
  return allFinite<f64>(p, bytes)
}
