import { pageNames } from '#shared/pages'
import type { State } from '../states'

const [workbench, ...others] = pageNames

/** The pages beside the workbench as they open first, so that a new one is looked at without being listed; and what the workbench gives way to. */
export const pageStates: readonly State[] = [
  ...others.map((name) => ({ name: `page-${name}`, reach: (appWindow) => appWindow.openPage(name) }) satisfies State),
  {
    name: 'maximised',
    reach: async (appWindow) => {
      await appWindow.openPage(workbench)
      await appWindow.find('maximise-button').first().click()
    },
    leave: (appWindow) => appWindow.find('network-card').getByTestId('maximise-button').click()
  },
  {
    name: 'sidebar-hidden',
    reach: (appWindow) => appWindow.click('sidebar-button'),
    leave: (appWindow) => appWindow.click('sidebar-button')
  }
]
