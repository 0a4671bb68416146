import formats from './formats.mjs'
import network from './network.mjs'
import port from './port.mjs'
import session from './session.mjs'

/** @type {readonly import('./part.mjs').AttackPart[]} In the order in which they run. */
export const parts = [formats, session, port, network]
