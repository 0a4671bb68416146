import { createApp } from 'vue'
import App from './App.vue'
import { createBridgeClient } from './engine-client/bridge-client'
import { collectEnginePorts } from './engine-client/engine-ports'
import { provideWindowState } from './window-state'
import { i18n } from './i18n/i18n'
import './messages'
import { loadFonts } from './styles/load-fonts'
import './styles/tokens.css'
import './styles/base.css'
import './styles/forced-colors.css'
import './styles/narrow.css'
import './styles/print.css'

// Before anything is awaited: the first port may come at once.
const ports = collectEnginePorts(window)
const bridge = createBridgeClient(window.bridge)
const [{ preferences, startProblems, platform, version }] = await Promise.all([bridge.call('appInfo'), loadFonts(document.fonts)])

const app = createApp(App, { platform, version })
app.use(i18n)
provideWindowState(app, { bridge, ports, preferences, startProblems, platform, page: window })
app.mount('#app')
