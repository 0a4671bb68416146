import { fork } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join, sep } from 'node:path'
import { AppError, pythonLimits, RemotePython, type PythonLimits, type PythonMessage, type PythonSession } from '#core'

/** Node's model of permissions, under the name that this Node knows. */
const PERMISSION = process.allowedNodeEnvironmentFlags.has('--permission') ? '--permission' : '--experimental-permission'

/**
 * Python in a process of its own, shut in twice: the build of its kernel is that for browsers, whose files are in memory and which has no
 * sockets and no processes; and Node grants it its own folder to read and nothing else, with an empty environment. The command line of a
 * package, which is Electron, has none. Starting throws: file.no-python; file.python-in-package.
 */
export class ChildPython extends RemotePython {
  /** @param folder what the build makes of Python (scripts/lib/python) */
  constructor(folder: string, limits: PythonLimits = pythonLimits) {
    super({
      open: (listen) => Promise.resolve().then(() => openChild(folder, listen)),
      after: (milliseconds, task) => {
        const timer = setTimeout(task, milliseconds)
        return () => clearTimeout(timer)
      },
      place: folder,
      limits
    })
  }
}

function openChild(folder: string, listen: (message: PythonMessage) => void): PythonSession {
  const program = join(folder, 'child.mjs')
  // Electron is no Node that could be given permissions.
  if (process.versions.electron) throw new AppError('file.python-in-package')
  if (!existsSync(program)) throw new AppError('file.no-python', { folder })
  const child = fork(program, [], {
    execArgv: [PERMISSION, `--allow-fs-read=${folder}${sep}*`, '--no-warnings'],
    env: {},
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc']
  })
  child.on('message', (message) => listen(message as PythonMessage))
  child.on('exit', () => listen({ type: 'died' }))
  child.on('error', () => listen({ type: 'died' }))
  return {
    post: (request) => child.send(request, () => undefined),
    // A program that does not listen is not asked.
    end: () => child.kill('SIGKILL')
  }
}
