import { writeFileSync, appendFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import type { EngineEvents, EngineHello, ExperimentState } from '#shared/contract'
import { ExperimentService } from '../../src/engine/experiment-service'

/** The grant by which files are opened here. */
const grant = '00000000-0000-4000-8000-000000000000'
const EPOCHS = 3

/**
 * Begins a session, works on as a user does, or looks what the next starts find. Arguments: `begin`, `work` or `look`, the folder of the
 * samples, and then the folder of a session and a file that takes one line of JSON for everything that is acknowledged or reported; `look`
 * takes several of these.
 */
const [mode, dataFolder, ...places] = process.argv.slice(2)
let [sessionFolder, report] = places
let finished = (): void => undefined
let service: ExperimentService

if (mode === 'look') {
  for (let place = 0; place < places.length; place += 2) {
    ;[sessionFolder, report] = places.slice(place)
    service = start()
    const { state, restored } = await greet()
    say({ found: placeOf(state), restored, files: readdirSync(sessionFolder) })
    await service.shutdown()
  }
  process.exit(0)
}

service = start()
await greet()
await trainOn(mode === 'begin' ? 'first' : 'second')
if (mode === 'work') {
  await done(() => open(service.handlers.readSample({ name: 'wine' })))
  await done(() => service.handlers.openToy({ name: 'moons', knobs: {} }))
  await trainOn('third')
}
await service.shutdown()
say({ ended: placeOf(service.experiment.state()) })
process.exit(0)

function start(): ExperimentService {
  return new ExperimentService({ version: '0', dataFolder, sessionFolder, engine: { choice: 'plain', threads: 1 } }, (event, payload) => {
    if (event === 'saveProblem') say({ problem: payload ?? 'none' })
    if (event === 'state' && (payload as EngineEvents['state']).state.run.status === 'finished') finished()
  })
}

async function greet(): Promise<EngineHello> {
  const hello = await service.handlers.hello(undefined)
  for (const problem of hello.startProblems) say({ problem })
  return hello
}

function say(line: object): void {
  appendFileSync(report, `${JSON.stringify(line)}\n`)
}

/** Opens a table of its own and trains on it. */
async function trainOn(name: string): Promise<void> {
  const table = path.join(path.dirname(report), `${name}.csv`)
  writeFileSync(table, tableOf(name.length))
  service.allow(grant, table, 'read')
  await done(() => open(service.handlers.readFile({ grant })))
  await done(train)
}

/** Opens the file that a request reads. */
async function open(reading: unknown): Promise<void> {
  await reading
  await service.handlers.openFound(undefined)
}

/** Does something and has it saved; acknowledged is what was saved without a problem. */
async function done(work: () => unknown): Promise<void> {
  await work()
  await service.handlers.saveSession(undefined)
  const place = placeOf(service.experiment.state())
  say(service.autosave.problem ? { unsaved: place } : { saved: place })
}

async function train(): Promise<void> {
  const ready = new Promise<void>((resolve) => (finished = resolve))
  await service.handlers.changeSettings({ settings: { ...service.experiment.chosen, epochs: EPOCHS } })
  await service.handlers.run(undefined)
  await ready
}

/** The data and how far the run has come. */
function placeOf({ data, run }: ExperimentState): string {
  return `${data.name} ${run.epoch}`
}

function tableOf(seed: number): string {
  const rows = Array.from({ length: 24 }, (_, row) => `${row * seed},${(row * 7) % 5},${row % 2 === 0 ? 'even' : 'odd'}\n`)
  return `x,y,kind\n${rows.join('')}`
}
