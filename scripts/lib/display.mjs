/**
 * Whether a window can be shown. macOS and Windows always have a desktop; on Linux a display server names itself in the environment.
 * @param {NodeJS.Platform} platform
 * @param {NodeJS.ProcessEnv} env
 */
export function hasDisplay(platform = process.platform, env = process.env) {
  if (platform === 'darwin' || platform === 'win32') return true
  return Boolean(env.DISPLAY || env.WAYLAND_DISPLAY)
}

/**
 * The sandbox switch Chromium needs: as root, and in the containers of CI, its sandbox cannot start; everywhere else it stays on.
 * @param {{ platform?: NodeJS.Platform, uid?: number, env?: NodeJS.ProcessEnv }} [machine]
 * @returns {string[]}
 */
export function sandboxArguments({ platform = process.platform, uid = process.getuid?.(), env = process.env } = {}) {
  const inCi = Boolean(env.CI) && env.CI !== 'false' && env.CI !== '0'
  return platform === 'linux' && (uid === 0 || inCi) ? ['--no-sandbox'] : []
}
