import path from 'node:path'
import { build } from 'vite'
import { beforeAll, describe, expect, it } from 'vitest'
import recorded from '../fixtures/fused-1.json'
import { itIf } from '../support/conditions'
import { runCommand } from './support/command-line'
import { useFolder } from './support/folders'
import { electronPath, root } from './support/launch'

/** Further versions of Node, by their paths: `OTHER_NODES=/opt/node22/bin/node:/opt/node24/bin/node`. */
const others = (process.env.OTHER_NODES ?? '').split(path.delimiter).filter(Boolean)

describe('twenty training runs', () => {
  const folder = useFolder()
  let program = ''
  beforeAll(async () => {
    await build({
      root,
      configFile: path.join(root, 'vite.cli.config.ts'),
      logLevel: 'error',
      build: {
        ssr: 'tests/support/twenty-runs-here.ts',
        outDir: folder,
        emptyOutDir: false,
        license: false,
        rolldownOptions: { output: { entryFileNames: 'twenty-runs.mjs' } }
      }
    })
    program = path.join(folder, 'twenty-runs.mjs')
  })

  async function expectRecordedBits(host: string): Promise<void> {
    const { code, stdout, stderr } = await runCommand(host, [program], { env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' } })
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(JSON.parse(stdout)).toEqual({ fast: recorded, safe: recorded, emulated: recorded, plain: recorded })
  }

  it.each([
    ['Node', process.execPath],
    ['Electron', electronPath]
  ])('have the recorded bits on every tier in %s', (_, host) => expectRecordedBits(host))

  itIf(
    { met: others.length > 0, reason: 'OTHER_NODES names no other versions of Node' },
    'have them in other versions of Node',
    async () => {
      for (const host of others) await expectRecordedBits(host)
    }
  )
})
