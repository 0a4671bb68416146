import type { State } from '../states'
import type { AppWindow } from '../../support/app-window'

const example = (label: string) => async (appWindow: AppWindow) => {
  await appWindow.find('graph-examples').selectOption({ label })
  await appWindow.find('graph-drawing').locator('.node').first().waitFor()
}

/** The graph explorer, which needs no data. */
export const graph: readonly State[] = [
  {
    name: 'graph',
    reach: async (appWindow) => {
      await appWindow.click('page-graph')
      await appWindow.find('graph-drawing').locator('.node').first().waitFor()
    }
  },
  {
    name: 'graph-both',
    reach: async (appWindow) => {
      await appWindow.click('graph-mode-both')
      await appWindow.find('graph-forward').locator('.node').first().waitFor()
    }
  },
  { name: 'graph-both-neuron', reach: example('(σ(w₀x₀ + w₁x₁ + w₂) − y)²') },
  {
    name: 'graph-product',
    reach: async (appWindow) => {
      await example('(1 - x) ^ 2 + 100 * (y - x ^ 2) ^ 2')(appWindow)
      await appWindow.click('graph-mode-product')
      await appWindow.find('graph-product').locator('.node').first().waitFor()
    }
  },
  {
    name: 'graph-neuron',
    reach: async (appWindow) => {
      await appWindow.click('graph-mode-reverse')
      await example('(σ(w₀x₀ + w₁x₁ + w₂) − y)²')(appWindow)
    }
  },
  {
    name: 'graph-walk',
    reach: async (appWindow) => {
      await appWindow.page.locator('body').press('Home')
      for (let press = 0; press < 11; press++) await appWindow.page.keyboard.press('ArrowRight')
    },
    leave: (appWindow) => appWindow.page.locator('body').press('End')
  },
  { name: 'graph-network', reach: example('L(relu(XW₁ + b₁)W₂ + b₂)') },
  { name: 'graph-code', reach: (appWindow) => appWindow.openTab('code') },
  { name: 'graph-jacobian', reach: (appWindow) => appWindow.openTab('jacobian') },
  {
    name: 'graph-hessian',
    reach: async (appWindow) => {
      await example('∇ x.T S x = 2Sx, S = S.T')(appWindow)
      await appWindow.openTab('hessian')
      await appWindow.click('graph-compute-hessian')
      await appWindow.find('graph-hessian').locator('tbody td').first().waitFor()
    },
    leave: (appWindow) => appWindow.openTab('trace')
  },
  {
    name: 'graph-error',
    reach: async (appWindow) => {
      await appWindow.find('graph-text').fill('x.T @ (S * 2')
      await appWindow.waitFor('graph-error')
    }
  }
]
