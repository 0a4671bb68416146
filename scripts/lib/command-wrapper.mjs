import fs from 'node:fs'
import path from 'node:path'

/**
 * The command line beside the packaged app. The binary is no Node interpreter (its fuse for that is off), so the wrapper starts the app
 * itself with `--cli`: no window, results on stdout, the command's exit code.
 */

// Without a display Chromium gives up unless it is told to draw nowhere; and its own remarks do not belong among the command's.
// The sandbox protects pages, of which there are none here, and cannot start as root.
const LINUX = `#!/bin/sh
here=$(dirname -- "$(readlink -f -- "$0")")
exec "$here/backprop-lab" --ozone-platform=headless --disable-gpu --no-sandbox --log-level=3 -- --cli "$@"
`

const MACOS = `#!/bin/sh
here=$(cd -- "$(dirname -- "$0")" && pwd -P)
exec "$here/Backprop Lab.app/Contents/MacOS/Backprop Lab" --log-level=3 -- --cli "$@"
`

// Inside a script cmd.exe waits for the app and takes over its exit code, which it would not do for a window program typed by hand.
const WINDOWS = `@echo off\r
"%~dp0Backprop Lab.exe" --log-level=3 -- --cli %*\r
exit /b %ERRORLEVEL%\r
`

/**
 * Writes the wrapper into a packaged folder.
 * @param {string} folder
 * @param {string} platform
 * @returns {string} its path
 */
export function writeCommandWrapper(folder, platform) {
  const file = path.join(folder, platform === 'win32' ? 'backprop-lab-cli.cmd' : 'backprop-lab-cli')
  fs.writeFileSync(file, { linux: LINUX, darwin: MACOS, win32: WINDOWS }[platform] ?? LINUX)
  fs.chmodSync(file, 0o755)
  return file
}
