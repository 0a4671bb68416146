import { readFile } from 'node:fs/promises'
import { extname } from 'node:path'
import { protocol } from 'electron'
import { fileOf } from './bundle-path'

export const scheme = 'app'
export const origin = `${scheme}://bundle`

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.wasm': 'application/wasm',
  '.zip': 'application/zip',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2'
}

/** Tells Chromium that app:// is a secure origin of its own, whose compiled scripts it may keep; call before the app is ready. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([{ scheme, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } }])
}

/** A folder that is served under a host of app://, and the policy of its pages. */
export interface Served {
  readonly root: string
  readonly policy: string
}

/** Serves the bundle under app://bundle/, what runs Python under app://student/, and nothing else. */
export function serve(hosts: Readonly<Record<'bundle' | 'student', Served>>): void {
  const missing = () => new Response('Not found', { status: 404 })
  protocol.handle(scheme, async ({ url }) => {
    const host = new URL(url).host === 'student' ? 'student' : 'bundle'
    const { root, policy } = hosts[host]
    const file = fileOf(url, root, host)
    const type = file && types[extname(file)]
    if (!file || !type) return missing()
    try {
      return new Response(new Uint8Array(await readFile(file)), {
        headers: {
          'content-type': type,
          'content-security-policy': policy,
          'x-content-type-options': 'nosniff'
        }
      })
    } catch {
      return missing()
    }
  })
}
