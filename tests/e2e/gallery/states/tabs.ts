import type { State } from '../states'

/** Every tab that the window has, of a trained network. A new one is seen here without being listed. */
export const tabs: readonly State[] = [
  {
    name: 'tabs',
    reach: (appWindow) => appWindow.train(),
    parts: async (appWindow) => {
      const names = await appWindow.tabNames()
      return names.map((name) => ({ name, show: () => appWindow.openTab(name) }))
    }
  }
]
