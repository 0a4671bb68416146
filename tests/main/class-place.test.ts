import { expect, it } from 'vitest'
import { classSettingsPath, type Place } from '../../src/main/class-place'

const packaged: Place = {
  platform: 'linux',
  isPackaged: true,
  execPath: '/stick/lab/backprop-lab',
  appPath: '/stick/lab/resources/app.asar',
  env: {}
}
const NAME = 'backprop-lab-settings.json'

it.each<[string, Partial<Place>, string]>([
  ['a folder on Linux', {}, `/stick/lab/${NAME}`],
  ['an AppImage', { env: { APPIMAGE: '/stick/Lab.AppImage' }, execPath: '/tmp/.mount_x/backprop-lab' }, `/stick/${NAME}`],
  ['a folder on Windows', { platform: 'win32', execPath: String.raw`E:\lab\Backprop Lab.exe` }, String.raw`E:\lab` + `\\${NAME}`],
  ['a portable program on Windows', { platform: 'win32', env: { PORTABLE_EXECUTABLE_DIR: 'E:\\' } }, `E:\\${NAME}`],
  [
    'a bundle on macOS',
    { platform: 'darwin', execPath: '/Volumes/Stick/Backprop Lab.app/Contents/MacOS/Backprop Lab' },
    `/Volumes/Stick/${NAME}`
  ],
  ['a checkout', { isPackaged: false, appPath: '/home/me/lab' }, `/home/me/lab/${NAME}`]
])('the settings for all lie beside what is started: %s', (_, changes, path) => {
  expect(classSettingsPath({ ...packaged, ...changes })).toBe(path)
})
