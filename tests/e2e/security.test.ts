import { describe, expect, it } from 'vitest'
import { bridgeRequests } from '#shared/contract'
import { inEnglish } from './support/app-window'
import { useAppWindow } from './support/use-app-window'

/** Permissions that a page of a browser has to ask for; all of them must be refused. */
const permissions = [
  'geolocation',
  'notifications',
  'camera',
  'microphone',
  'midi',
  'clipboard-read',
  'persistent-storage',
  'storage-access'
] as const

/** Nothing of these is what a request takes. */
const junk = [
  undefined,
  null,
  0,
  Number.NaN,
  '',
  'x',
  [],
  {},
  { path: 7 },
  { grant: '../../etc/passwd' },
  { preferences: { language: 'fr' } },
  { text: 5 }
]

describe('the page is walled in', () => {
  const window = useAppWindow({ preferences: inEnglish, errors: 'provoked' })

  it('by the preferences of its window', async () => {
    const preferences = await window.current.app.evaluate(({ BrowserWindow }) => {
      // Electron offers this to inspect what a window was really made with, though not in its types.
      const contents = BrowserWindow.getAllWindows()[0].webContents as unknown as {
        getLastWebPreferences(): Record<string, unknown>
      }
      return contents.getLastWebPreferences()
    })
    expect(preferences).toMatchObject({
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      contextIsolation: true,
      sandbox: true,
      webSecurity: true,
      webviewTag: false
    })
    expect(preferences.allowRunningInsecureContent ?? false).toBe(false)
    expect(preferences.experimentalFeatures ?? false).toBe(false)
    expect(preferences.enableBlinkFeatures ?? '').toBe('')
  })

  it('without Node', async () => {
    const types = await window.current.page.evaluate(() =>
      ['require', 'process', 'module', 'Buffer', 'global', '__dirname'].map((name) => typeof (globalThis as Record<string, unknown>)[name])
    )
    expect(types).toEqual(types.map(() => 'undefined'))
  })

  it('with no more than the functions of the contract', async () => {
    const exposed = await window.current.page.evaluate(() =>
      Object.entries(globalThis.window['bridge' as never]).map(([name, value]) => [name, typeof value])
    )
    const wanted = [...Object.keys(bridgeRequests), 'on'].map((name) => [name, 'function'])
    expect(exposed.sort()).toEqual(wanted.sort())
    // Frozen by Electron: the page cannot put something of its own in their place.
    expect(await window.current.page.evaluate(() => Object.isFrozen(globalThis.window['bridge' as never]))).toBe(true)
  })

  it('from eval, inline scripts, inline styles and scripts of others', async () => {
    const { page } = window.current
    const outcomes = await page.evaluate(async () => {
      const violations: string[] = []
      document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => violations.push(effectiveDirective))
      const marked = globalThis as unknown as { marked?: string }
      // In a task of its own: what a debugger runs directly may evaluate text, whatever the page's policy says.
      const threw = (code: () => unknown) =>
        new Promise<boolean>((resolve) =>
          setTimeout(() => {
            try {
              code()
              resolve(false)
            } catch {
              resolve(true)
            }
          })
        )
      const evaluated = await Promise.all([
        // eslint-disable-next-line no-eval -- that it is refused is what is tested
        threw(() => (0, eval)('globalThis.marked = "eval"')),
        // eslint-disable-next-line no-new-func -- the same
        threw(() => new Function('globalThis.marked = "Function"')())
      ])
      const add = (tag: 'script' | 'style' | 'img', set: (element: HTMLElement) => void) =>
        new Promise<string>((resolve) => {
          const element = document.createElement(tag)
          element.onload = () => resolve('loaded')
          element.onerror = () => resolve('refused')
          set(element)
          document.head.append(element)
        })
      // An inline script would run while it is put in.
      document.head.append(Object.assign(document.createElement('script'), { textContent: 'globalThis.marked = "inline"' }))
      const remote = await add('script', (script) => script.setAttribute('src', 'https://example.com/x.js'))
      const data = await add('script', (script) => script.setAttribute('src', 'data:text/javascript,globalThis.marked="data"'))
      const image = await add('img', (img) => img.setAttribute('src', 'https://example.com/x.png'))
      document.body.insertAdjacentHTML(
        'beforeend',
        '<p id="styled" style="position: fixed">x</p><button id="clicked" onclick="globalThis.marked = 1">x</button>'
      )
      document.getElementById('clicked')?.click()
      const position = getComputedStyle(document.getElementById('styled') as HTMLElement).position
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
      for (const id of ['styled', 'clicked']) document.getElementById(id)?.remove()
      return {
        evaluated,
        remote,
        data,
        image,
        position,
        marked: marked.marked,
        violations: [...new Set(violations)].sort()
      }
    })
    expect(outcomes.evaluated).toEqual([true, true])
    expect(outcomes.marked).toBeUndefined()
    expect([outcomes.remote, outcomes.data, outcomes.image]).toEqual(['refused', 'refused', 'refused'])
    expect(outcomes.position).toBe('static')
    expect(outcomes.violations).toEqual(['img-src', 'script-src', 'script-src-attr', 'script-src-elem', 'style-src-attr'])
  })

  it('from everything that is not its bundle', async () => {
    const statuses = await window.current.page.evaluate(async () => {
      const get = (url: string) =>
        fetch(url).then(
          ({ status }) => status,
          () => 'refused'
        )
      const own = await get('app://bundle/index.html')
      const outside = ['https://example.com/', 'http://127.0.0.1/', 'file:///etc/passwd', 'app://other/index.html', 'data:text/plain,x']
      const inside = [
        'app://bundle/../../package.json',
        'app://bundle/..%2f..%2fpackage.json',
        'app://bundle/%2e%2e/%2e%2e/package.json',
        'app://bundle/..%5c..%5cpackage.json',
        'app://bundle//etc/passwd',
        'app://bundle/assets',
        'app://bundle/index.html%00.js',
        'app://bundle/main/index.js'
      ]
      return { own, outside: await Promise.all(outside.map(get)), inside: await Promise.all(inside.map(get)) }
    })
    expect(statuses.own).toBe(200)
    expect(statuses.outside).toEqual(statuses.outside.map(() => 'refused'))
    expect(statuses.inside).toEqual(statuses.inside.map(() => 404))
  })

  it('from other pages, windows, frames and forms', async () => {
    const { page, app } = window.current
    const url = page.url()
    await page.evaluate(() => {
      // Read afterwards: a page that was left or loaded anew has lost it.
      ;(globalThis as unknown as { stayed: boolean }).stayed = true
    })
    const opened = await page.evaluate(() => globalThis.window.open('https://example.com/') === null)
    expect(opened).toBe(true)
    for (const leave of ['location', 'form', 'link', 'middle click', 'frame', 'meta'] as const) {
      await page.evaluate((way) => {
        const link = Object.assign(document.createElement('a'), { href: 'https://example.com/', textContent: 'x' })
        const form = Object.assign(document.createElement('form'), { action: 'https://example.com/', method: 'post' })
        const frame = Object.assign(document.createElement('iframe'), { src: 'https://example.com/' })
        const meta = Object.assign(document.createElement('meta'), {
          httpEquiv: 'refresh',
          content: '0; url=https://example.com/'
        })
        document.body.append(link, form)
        if (way === 'location') location.href = 'https://example.com/'
        else if (way === 'form') form.submit()
        else if (way === 'link') link.click()
        else if (way === 'middle click') link.dispatchEvent(new MouseEvent('auxclick', { button: 1, bubbles: true, cancelable: true }))
        else document.head.append(way === 'frame' ? frame : meta)
        for (const element of [link, form]) element.remove()
      }, leave)
      // Two turns of the page: a navigation that is not prevented has begun by then.
      await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))))
      expect(page.url(), leave).toBe(url)
      expect(await page.evaluate(() => (globalThis as unknown as { stayed?: boolean }).stayed), leave).toBe(true)
    }
    expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
    expect(await app.evaluate(({ webContents }) => webContents.getAllWebContents().length)).toBe(1)
    expect(
      page
        .frames()
        .map((frame) => frame.url())
        .filter((address) => address.startsWith('http'))
    ).toEqual([])
    await page.evaluate(() => document.querySelectorAll('iframe, meta[http-equiv]').forEach((element) => element.remove()))
  })

  it('from cameras, notifications and all else that a page must ask for', async () => {
    const { page } = window.current
    const states = await page.evaluate(
      (names) =>
        Promise.all(
          names.map((name) =>
            navigator.permissions.query({ name: name as PermissionName }).then(
              ({ state }) => state,
              () => 'denied'
            )
          )
        ),
      permissions
    )
    expect(states).toEqual(permissions.map(() => 'denied'))
    const asked = await page.evaluate(async () => {
      const refused = (promise: Promise<unknown>) =>
        promise.then(
          (answer) => answer === 'denied',
          () => true
        )
      return Promise.all([
        refused(Notification.requestPermission()),
        refused(new Promise((resolve, reject) => navigator.geolocation.getCurrentPosition(resolve, reject))),
        refused(navigator.mediaDevices.getUserMedia({ audio: true, video: true })),
        refused(navigator.clipboard.readText()),
        refused(navigator.requestMIDIAccess())
      ])
    })
    expect(asked).toEqual([true, true, true, true, true])
  })

  it('behind requests that refuse whatever does not fit, and answer instead of failing', async () => {
    const { page, app } = window.current
    await app.evaluate(({ dialog }) => {
      dialog.showOpenDialog = () => Promise.reject(new Error('No dialog may open here.'))
      dialog.showSaveDialog = () => Promise.reject(new Error('No dialog may open here.'))
    })
    const taking = ['setPreferences', 'chooseSave', 'copyText'] as const
    const refusals = await page.evaluate(
      async ([names, values]) => {
        const bridge = (globalThis as unknown as { bridge: Record<string, (args: unknown) => Promise<unknown>> }).bridge
        return Promise.all(names.flatMap((name) => values.map((value) => bridge[name](value))))
      },
      [taking, junk] as const
    )
    expect(refusals).toHaveLength(taking.length * junk.length)
    for (const refusal of refusals) expect(refusal).toMatchObject({ ok: false, error: { code: 'request.invalid' } })
  })

  it('behind a drop that takes nothing but files from the disk', async () => {
    const granted = await window.current.page.evaluate(async (values) => {
      const bridge = (globalThis as unknown as { bridge: { grantDropped(file: unknown): Promise<{ ok: boolean }> } }).bridge
      const isGranted = async (value: unknown) => (await bridge.grantDropped(value)).ok
      const madeUp = new File(['a,b'], 'made-up.csv')
      return Promise.all([...values, '/etc/passwd', madeUp].map((value) => isGranted(value).catch(() => false)))
    }, junk)
    expect(granted).toEqual(granted.map(() => false))
  })

  it('behind an engine that refuses unknown requests and files that nobody chose', async () => {
    const { page } = window.current
    const codes = await page.evaluate(async () => {
      // Only the app's own code holds the engine's port; code that got in would ask for a new one, as is done here.
      const bridge = (globalThis as unknown as { bridge: { restartEngine(): Promise<unknown> } }).bridge
      const port = await new Promise<MessagePort>((resolve) => {
        const take = ({ ports }: MessageEvent) => {
          if (ports.length === 0) return
          removeEventListener('message', take, true)
          resolve(ports[0])
        }
        addEventListener('message', take, true)
        void bridge.restartEngine()
      })
      interface Answer {
        readonly error?: { readonly code: string }
        readonly value?: unknown
      }
      const ask = (name: unknown, args: unknown, run?: string) =>
        new Promise<Answer>((resolve) => {
          const id = Math.floor(performance.now() * 1000) + 1_000_000
          port.addEventListener('message', ({ data }) => {
            if (data.id === id) resolve(data)
          })
          port.postMessage({ id, name, args, run })
        })
      port.start()
      // None of these is a request, and some could not even be looked at.
      for (const message of [undefined, null, 'x', [], { id: 1, name: { toString: null } }, { id: 2, name: 'hello', args: new Map() }]) {
        port.postMessage(message)
      }
      const endless: unknown[] = []
      endless.length = 2 ** 31
      port.postMessage({ id: 3, name: 'columnProfiles', args: { names: endless } })
      port.postMessage({ id: 4, name: 'ping' }, [new MessageChannel().port1])
      // The id of the run is no secret: whoever holds the port can ask for it.
      const { value } = await ask('hello', undefined)
      const run = (value as { state: { run: { id: string } } }).state.run.id
      const grant = '00000000-0000-4000-8000-000000000000'
      const tried: unknown[] = []
      for (const [name, args] of [
        ['constructor', undefined],
        ['__proto__', {}],
        ['readFile', { grant: '/etc/passwd' }],
        ['readFile', { grant }],
        ['exportWeights', { grant, format: 'npz' }],
        ['exportWeights', { grant, format: 'exe' }],
        ['readSample', { name: '../../etc/passwd' }],
        ['changeSettings', { settings: {} }],
        ['retrace', { settings: {}, run: { step: -1 } }],
        ['checkGradients', { epsilon: 'x' }]
      ] as const) {
        tried.push((await ask(name, args, run)).error?.code ?? 'answered')
      }
      return tried
    })
    expect(codes).toEqual([
      'request.invalid',
      'request.invalid',
      'request.invalid',
      'request.unknown-grant',
      'request.unknown-grant',
      'request.invalid',
      'data.no-sample',
      'request.invalid',
      'request.invalid',
      'request.invalid'
    ])
  })
})

describe('a whole session', () => {
  const window = useAppWindow({ preferences: inEnglish })

  it('asks for nothing but the bundle', async () => {
    const appWindow = window.current
    const byPage: string[] = []
    appWindow.page.on('request', (request) => byPage.push(request.url()))
    // The page's own requests are seen above; this sees those that any other part of the program makes.
    await appWindow.app.evaluate(({ session }) => {
      const kept = globalThis as unknown as { asked: string[] }
      kept.asked = []
      session.defaultSession.webRequest.onBeforeRequest((details, decide) => {
        kept.asked.push(details.url)
        decide({})
      })
    })
    await appWindow.page.reload()
    await appWindow.find('app-ready').waitFor({ state: 'attached' })
    await appWindow.train()
    await appWindow.click('check-button')
    await appWindow.find('check-summary').waitFor()
    for (const tab of ['tab-data', 'tab-weights']) await appWindow.click(tab)
    await appWindow.setLanguage('zh-CN')
    const inMain = await appWindow.app.evaluate(() => (globalThis as unknown as { asked: string[] }).asked)
    // At least the page, its script and its style sheet.
    expect(byPage.length).toBeGreaterThanOrEqual(3)
    expect([...byPage, ...inMain].filter((url) => !url.startsWith('app://bundle/'))).toEqual([])
  })
})
