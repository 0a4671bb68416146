import { createRequire } from 'node:module'
import path from 'node:path'
import { electronDir } from '../paths.mjs'

// Prints the path of the official archive for a platform. A process of its own, so that a download that hangs can be ended.
// The downloader and the checksums are those of the installed `electron` package.
const require = createRequire(path.join(electronDir, 'package.json'))
const { downloadArtifact } = require('@electron/get')
const [platform, arch] = process.argv.slice(2)

const archive = await downloadArtifact({
  version: require('./package.json').version,
  artifactName: 'electron',
  platform,
  arch,
  checksums: process.env.electron_use_remote_checksums ? undefined : require('./checksums.json'),
  cacheRoot: process.env.electron_config_cache
})
process.stdout.write(`${archive}\n`)
