import { toyNames, toys, type Knob } from '#core'

/** Every toy data set with its knobs, their ranges and defaults, a line each. */
export function toyLines(): string[] {
  return toyNames.map((name) => {
    const knobs = Object.entries(toys[name].knobs).filter(([knob]) => knob !== 'seed')
    return `toy:${name.padEnd(longest)}  ${knobs.map(([knob, values]) => `${knob} ${range(values)}`).join(', ')}`
  })
}

const longest = Math.max(...toyNames.map(({ length }) => length))

function range({ from, to, default: usual }: Knob): string {
  return `${from}…${to} [${usual}]`
}
