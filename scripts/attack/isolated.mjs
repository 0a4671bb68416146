import { execFileSync, spawn } from 'node:child_process'
import dgram from 'node:dgram'
import { once } from 'node:events'
import fs from 'node:fs'
import net from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'

/**
 * Runs in a network namespace of its own, where every address leads back to this process, and starts a program there under strace. Prints
 * as JSON what the program asked of the network: its calls, and what the listener heard of them.
 *
 * Without a connection to wait for, a program shows that it makes none by being watched for a while.
 */
const { command, args, seconds, trace } = JSON.parse(process.argv[2])

/** The ports that a program which reaches out asks for: a name, a page, a secure page. */
const PORTS = { names: 53, pages: 80, securePages: 443 }

execFileSync('ip', ['link', 'set', 'lo', 'up'])
for (const family of ['-4', '-6']) execFileSync('ip', [family, 'route', 'add', 'local', 'default', 'dev', 'lo'], { stdio: 'ignore' })
const heard = await listen()

const strace = ['-f', '-qq', '--seccomp-bpf', '-e', 'trace=socket,connect,bind,listen', '-e', 'signal=none', '-o', trace]
const child = spawn('strace', [...strace, command, ...args], { stdio: ['ignore', 'ignore', 'ignore'], detached: true })
const ended = once(child, 'exit')
const early = await Promise.race([ended.then(([code]) => code), sleep(seconds * 1000, null)])
if (early === null) {
  process.kill(-(/** @type {number} */ (child.pid)), 'SIGKILL')
  await ended
}
const calls = fs.readFileSync(trace, 'utf8').split('\n')
process.stdout.write(
  JSON.stringify({
    endedWith: early,
    local: calls.filter((line) => line.includes('AF_UNIX')).length,
    calls: calls.filter((line) => /AF_INET6?\b/.test(line)),
    heard
  })
)
process.exit()

/** Listens on every address, and returns what is heard. */
async function listen() {
  /** @type {string[]} */
  const connections = []
  for (const port of [PORTS.pages, PORTS.securePages]) {
    const server = net.createServer((socket) => {
      connections.push(`TCP ${socket.localAddress} ${socket.localPort}`)
      socket.destroy()
    })
    await once(server.listen(port), 'listening')
  }
  const names = dgram.createSocket('udp6').on('message', (message) => connections.push(`UDP ${PORTS.names}, ${message.length} bytes`))
  await once(names.bind(PORTS.names), 'listening')
  return connections
}
