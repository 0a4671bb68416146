import network from './network.mjs'

/** @type {readonly import('./part.mjs').AttackPart[]} In the order in which they run. */
export const parts = [network]
