/** `window.postMessage` data with which preload passes a new engine port to the page (`event.ports[0]`). */
export const enginePortMessage = 'backprop-lab:engine-port'
