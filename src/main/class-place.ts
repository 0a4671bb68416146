import { posix, win32 } from 'node:path'

const NAME = 'backprop-lab-settings.json'

/** Values that determine the location of the program. */
export interface Place {
  readonly platform: NodeJS.Platform
  readonly isPackaged: boolean
  readonly execPath: string
  /** The checkout's folder. */
  readonly appPath: string
  readonly env: Readonly<Record<string, string | undefined>>
}

/**
 * Returns the path where a teacher puts the class settings: next to the program, on the stick or in the shared folder. An AppImage and a
 * portable program for Windows unpack themselves elsewhere and report their origin; on macOS it is the folder with the app's bundle.
 */
export function classSettingsPath({ platform, isPackaged, execPath, appPath, env }: Place): string {
  const { dirname, join } = platform === 'win32' ? win32 : posix
  if (!isPackaged) return join(appPath, NAME)
  if (env.PORTABLE_EXECUTABLE_DIR) return join(env.PORTABLE_EXECUTABLE_DIR, NAME)
  if (env.APPIMAGE) return join(dirname(env.APPIMAGE), NAME)
  const folder = dirname(execPath)
  return platform === 'darwin' ? join(folder, '..', '..', '..', NAME) : join(folder, NAME)
}
