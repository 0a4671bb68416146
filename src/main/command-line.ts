import { app } from 'electron'
import { main } from '../cli'

/** Runs the command line in this process and ends it with the command's exit code; no window, no engine process. */
export async function runCommandLine(args: string[], dataFolder: string): Promise<void> {
  app.exit(await main(args, { dataFolder }))
}
