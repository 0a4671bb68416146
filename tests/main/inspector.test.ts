import { expect, it } from 'vitest'
import { inspectorOf } from '../../src/main/inspector'

it.each([
  [['electron', '.'], []],
  [['electron', '.', '--inspect-engine'], ['--inspect=127.0.0.1:9230']],
  [['electron', '.', '--inspect-engine=4000', 'x'], ['--inspect=127.0.0.1:4000']],
  [['electron', '.', '--inspect-engine-brk'], ['--inspect-brk=127.0.0.1:9230']],
  [['electron', '.', '--inspect-engine=x', '--inspect-engineer'], []]
])('%j asks for the inspector %j of the engine process', (argv, expected) => expect(inspectorOf(argv, false)).toEqual(expected))

it('is not for packages', () => expect(inspectorOf(['app', '--inspect-engine'], true)).toEqual([]))
