#!/usr/bin/env node
import fs from 'node:fs'
import { fileURLToPath } from 'node:url'

const bundle = new URL('../out/cli/index.js', import.meta.url)

if (fs.existsSync(bundle)) {
  const { main } = await import(bundle.href)
  process.exitCode = await main(process.argv.slice(2), { dataFolder: fileURLToPath(new URL('../data', import.meta.url)) })
} else {
  process.stderr.write('backprop-lab is not built yet; build it in its folder with: npm ci && npm run build\n')
  process.exitCode = 1
}
