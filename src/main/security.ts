import { app, session, type Session, type WebContents } from 'electron'

/** The page that shuts Python in: of an origin of its own, where neither the bridge nor the bundle is. */
export const studentOrigin = 'app://student'
export const studentPage = `${studentOrigin}/index.html`

/** Its policy: scripts, the worker and the archives of its own folder, WebAssembly, and no other page than ours around it. */
export const studentPolicy = (around: string) =>
  [
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "worker-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors ${around}`
  ].join('; ')

/** Content security policy: the page may load and run only its own bundle. Chart images are canvas data, hence data: and blob: for img. */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  `frame-src ${studentPage}`,
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'"
].join('; ')

/** Denies every permission, and the dictionaries that Chromium would fetch for a spelling checker that no window uses (electron#22995). */
function lockDown(target: Session): void {
  target.setSpellCheckerLanguages([])
  target.setPermissionRequestHandler((_contents, _permission, decide) => decide(false))
  target.setPermissionCheckHandler(() => false)
  target.setDevicePermissionHandler(() => false)
}

/** Denies navigation, further windows and webviews. */
function confine(contents: WebContents): void {
  const prevent = (event: { preventDefault(): void }) => event.preventDefault()
  contents.on('will-navigate', prevent)
  contents.on('will-redirect', prevent)
  contents.on('will-frame-navigate', (event) => {
    if (event.isMainFrame || event.url !== studentPage) event.preventDefault()
  })
  contents.on('will-attach-webview', prevent)
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
}

/** Disables everything the app does not need, for every session and page; call before the first window. */
export function harden(): void {
  lockDown(session.defaultSession)
  app.on('session-created', lockDown)
  app.on('web-contents-created', (_event, contents) => confine(contents))
}
