import { app } from 'electron'
import { main } from '../cli'

/** Runs the command line in this process and ends it with the command's exit code; no window, no engine process. */
export async function runCommandLine(args: string[], dataFolder: string): Promise<void> {
  const code = await main(args, { dataFolder })
  await Promise.all([written(process.stdout), written(process.stderr)])
  app.exit(code)
}

/** Resolves when all earlier output is flushed: `app.exit` does not wait for a pipe. */
function written(stream: NodeJS.WriteStream): Promise<void> {
  return new Promise((resolve) => stream.write('', () => resolve()))
}
