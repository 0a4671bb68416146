import fs from 'node:fs'
import path from 'node:path'
import type { State } from '../states'
import type { AppWindow } from '../../support/app-window'

const example = (label: string) => async (appWindow: AppWindow) => {
  await appWindow.find('graph-examples').selectOption({ label })
  await appWindow.find('graph-drawing').locator('.node').first().waitFor()
}

/** A network of numbers with one hidden layer as a share file: 105 nodes. */
function network(): string {
  const count = (n: number, letter: string) => Array.from({ length: n }, (_, k) => `${letter}${k}`)
  const [inputs, units, outer] = [count(7, 'x'), count(4, 'h'), count(4, 'v')]
  const hidden = units.map((unit, j) => `${unit} = relu(${inputs.map((input, i) => `${input} * w${i}${j}`).join(' + ')})`)
  const output = `y = ${units.map((unit, j) => `${unit} * ${outer[j]}`).join(' + ')}`
  const given = [...inputs, ...inputs.flatMap((_, i) => count(4, `w${i}`)), ...outer, 't']
  return JSON.stringify({
    format: 'backprop-lab-graph',
    version: 1,
    expression: [...hidden, output, '(y - t) ^ 2'].join('; '),
    inputs: Object.fromEntries(given.map((name, k) => [name, ((k % 9) - 4) / 10]))
  })
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
    name: 'graph-large',
    reach: async (appWindow, folder) => {
      const file = path.join(folder, 'network.json')
      fs.writeFileSync(file, network())
      await appWindow.click('graph-save')
      await appWindow.find('graph-open-share').setInputFiles(file)
      await appWindow.find('graph-drawing').locator('.node').nth(100).waitFor()
      await appWindow.page.keyboard.press('Escape')
    }
  },
  {
    name: 'graph-error',
    reach: async (appWindow) => {
      await appWindow.find('graph-text').fill('x.T @ (S * 2')
      await appWindow.waitFor('graph-error')
    }
  }
]
