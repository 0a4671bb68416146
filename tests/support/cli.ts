import { join } from 'node:path'
import { main } from '../../src/cli'
import type { CommandIo } from '../../src/cli/io'

export const dataFolder = join(import.meta.dirname, '../../data')

export interface CliResult {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

/** Runs the command line in this process, in English unless told otherwise, and keeps what it says. */
export async function cli(args: readonly string[], given: Partial<CommandIo> = {}): Promise<CliResult> {
  let stdout = ''
  let stderr = ''
  const code = await main(args, {
    stdout: { write: (text) => (stdout += text) },
    stderr: { write: (text) => (stderr += text) },
    env: { LANG: 'en_US.UTF-8' },
    dataFolder,
    ...given
  })
  return { code, stdout, stderr }
}
