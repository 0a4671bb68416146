import formats from './formats.mjs'
import network from './network.mjs'
import port from './port.mjs'
import session from './session.mjs'
import terminal from './terminal.mjs'

/** @type {readonly import('./part.mjs').AttackPart[]} In the order in which they run. */
export const parts = [terminal, formats, session, port, network]
