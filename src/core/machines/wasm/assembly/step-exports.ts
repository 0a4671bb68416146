import { Plan } from './plan'
import { drawMasks, evaluate, finishStep, gradientsOfStep, lossOfStep, rowsOfStep, steps } from './step'

/** Whole steps in both precisions, and their parts for long ones. */
export function steps32(plan: Plan, from: i32, to: i32, batch: i32): i32 {
  return steps<f32>(plan, from, to, batch)
}
export function steps64(plan: Plan, from: i32, to: i32, batch: i32): i32 {
  return steps<f64>(plan, from, to, batch)
}
export function evaluate32(plan: Plan, from: i32, to: i32): i32 {
  return evaluate<f32>(plan, from, to)
}
export function evaluate64(plan: Plan, from: i32, to: i32): i32 {
  return evaluate<f64>(plan, from, to)
}
export function drawMasks32(plan: Plan, rows: i32, number: u32): void {
  drawMasks<f32>(plan, rows, number)
}
export function drawMasks64(plan: Plan, rows: i32, number: u32): void {
  drawMasks<f64>(plan, rows, number)
}
export function rowsOfStep32(plan: Plan, rows: i32, from: i32, to: i32): i32 {
  return rowsOfStep<f32>(plan, rows, from, to)
}
export function rowsOfStep64(plan: Plan, rows: i32, from: i32, to: i32): i32 {
  return rowsOfStep<f64>(plan, rows, from, to)
}
export function lossOfStep32(plan: Plan, rows: i32): i32 {
  return lossOfStep<f32>(plan, rows)
}
export function lossOfStep64(plan: Plan, rows: i32): i32 {
  return lossOfStep<f64>(plan, rows)
}
export function gradientsOfStep32(plan: Plan, rows: i32, from: i32, to: i32): i32 {
  return gradientsOfStep<f32>(plan, rows, from, to)
}
export function gradientsOfStep64(plan: Plan, rows: i32, from: i32, to: i32): i32 {
  return gradientsOfStep<f64>(plan, rows, from, to)
}
export function finishStep32(plan: Plan): i32 {
  return finishStep<f32>(plan)
}
export function finishStep64(plan: Plan): i32 {
  return finishStep<f64>(plan)
}
