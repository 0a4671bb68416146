/** The folder that is handed out. scripts/package.mjs builds it and adds which Electron goes in. */

/**
 * What the packaged binary may do, decided once and for all in the binary itself.
 * @satisfies {import('electron-builder').Configuration['electronFuses']}
 */
export const fuses = {
  // The app is not a Node interpreter for others, whatever its environment or arguments say.
  runAsNode: false,
  enableNodeOptionsEnvironmentVariable: false,
  enableNodeCliInspectArguments: false,
  // The page comes from app://, so file: needs no rights beyond a browser's.
  grantFileProtocolExtraPrivileges: false,
  // There is one V8 snapshot, not a second one for the main process.
  loadBrowserProcessSpecificV8Snapshot: false,
  enableCookieEncryption: true,
  // The code is exactly what was packed (checked on macOS and Windows), and is looked for nowhere else.
  enableEmbeddedAsarIntegrityValidation: true,
  onlyLoadAppFromAsar: true
}

/** @type {import('electron-builder').Configuration} */
export default {
  appId: 'lab.backprop.app',
  productName: 'Backprop Lab',
  copyright: 'Copyright © The Backprop Lab authors',
  directories: { output: 'release', buildResources: 'build' },
  asar: true,
  // Everything is bundled; node_modules would only be ballast.
  files: ['out/main/**', 'out/preload/**', 'out/renderer/**', 'package.json', '!out/*/LICENSES.md', '!node_modules/**'],
  extraResources: [
    'data',
    'LICENSE',
    'DATA_LICENSES.md',
    // Python and NumPy, which only the page of the labs loads.
    { from: 'out/python', to: 'python', filter: ['**/*', '!.from', '!child.mjs'] },
    // What the licences of the bundled libraries ask for; written by the build.
    { from: 'out/main/LICENSES.md', to: 'LICENSES-main.md' },
    { from: 'out/renderer/LICENSES.md', to: 'LICENSES-page.md' }
  ],
  // Chromium's own texts, in the languages the app speaks.
  electronLanguages: ['en-US', 'zh-CN', 'zh-TW'],
  npmRebuild: false,
  electronFuses: { ...fuses, resetAdHocDarwinSignature: true },
  win: { target: 'dir', signExecutable: false },
  // Signed ad hoc where codesign is: enough to run, and Apple Silicon refuses to run anything unsigned.
  mac: { target: 'dir', category: 'public.app-category.education', identity: '-', hardenedRuntime: false, gatekeeperAssess: false },
  linux: { target: 'dir', category: 'Education', executableName: 'backprop-lab' }
}
