/** Lines by messages from and to the process that forked this utility process; undefined in plain Node, which has its streams. */
export function channelHere() {
  const { parentPort } = process
  if (!parentPort) return undefined
  return {
    listen: (receive: (text: string) => void) => void parentPort.on('message', ({ data }) => receive(String(data))),
    send: (text: string) => parentPort.postMessage(text)
  }
}
