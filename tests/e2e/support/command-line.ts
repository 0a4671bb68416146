import { execFile } from 'node:child_process'
import path from 'node:path'
import { root } from './launch'

/** The outcome of a command that ran to its end. */
export interface CommandResult {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

/** Runs a program to its end, whatever its exit code. */
export function runCommand(
  command: string,
  args: readonly string[],
  options: { cwd?: string; env?: NodeJS.ProcessEnv } = {}
): Promise<CommandResult> {
  return new Promise((resolve) => {
    const shell = command.endsWith('.cmd')
    const child = execFile(command, args, { ...options, maxBuffer: 1 << 26, shell }, (_error, stdout, stderr) =>
      resolve({ code: child.exitCode ?? 1, stdout, stderr })
    )
  })
}

/** Trains with the checkout's command line, which shares nothing with the window but the engine. Returns the folder. */
export async function trainInTerminal(folder: string, args: readonly string[]): Promise<string> {
  const command = [path.join(root, 'bin', 'backprop-lab.js'), 'train', ...args, '--out', folder]
  const { code, stderr } = await runCommand(process.execPath, command)
  if (code !== 0) throw new Error(`The command line ended with code ${code}:\n${stderr}`)
  return folder
}
