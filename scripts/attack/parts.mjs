import network from './network.mjs'
import port from './port.mjs'

/** @type {readonly import('./part.mjs').AttackPart[]} In the order in which they run. */
export const parts = [port, network]
